import { clusterOf, type Member } from '../products/cluster.ts'
import { addJob, addLink, updateBlocked, type NewJob } from './job.ts'
import { isExecuting, type LabJob, type OpenQaState } from '../state.ts'

/** The options of a restart. */
export interface RestartHow {
  /** Settings that replace or add to the job's own. */
  readonly set?: Readonly<Record<string, string>>
  readonly priority?: number
  readonly skipParents?: boolean
  readonly skipChildren?: boolean
  /** Do not restart children that were ok. */
  readonly skipOkChildren?: boolean
}

/** The new id for each old one, null for a job that was not cloned; or why nothing was cloned. */
export type Cloned =
  | { readonly kind: 'cloned'; readonly ids: ReadonlyMap<number, number | null> }
  | { readonly kind: 'refused'; readonly why: string }

/**
 * Clones a job with its cluster, and stops the unfinished jobs of the old cluster. A job is cloned only once,
 * so a restart is safe to repeat.
 */
export function cloneCluster(openqa: OpenQaState, job: LabJob, how: RestartHow, at: Date): Cloned {
  if (job.state === 'scheduled' || job.state === 'assigned') {
    return { kind: 'refused', why: `Job ${job.id} is still ${job.state}` }
  }
  if (job.cloneId !== null) {
    return { kind: 'refused', why: `Specified job ${job.id} has already been cloned as ${job.cloneId}` }
  }
  const members = clusterOf(openqa, job, {
    purpose: 'restart',
    skipParents: how.skipParents ?? false,
    skipChildren: how.skipChildren ?? false,
  })
  const clones = cloneMembers(openqa, members, how)
  relink(openqa, members, clones)
  for (const clone of clones.values()) updateBlocked(openqa, clone)
  abortOthers([...members.values()], job, at)
  return { kind: 'cloned', ids: new Map([...members.keys()].map((id) => [id, clones.get(id)?.id ?? null])) }
}

function cloneMembers(
  openqa: OpenQaState,
  members: ReadonlyMap<number, Member>,
  how: RestartHow,
): ReadonlyMap<number, LabJob> {
  const clones = new Map<number, LabJob>()
  const byText = [...members.values()].toSorted((one, other) =>
    String(one.job.id) < String(other.job.id) ? -1 : 1,
  )
  for (const { job, initial, ok } of byText) {
    if (how.skipOkChildren === true && !initial && ok) continue
    const clone = addJob(openqa, cloned(job, how))
    job.cloneId = clone.id
    clones.set(job.id, clone)
  }
  return clones
}

function cloned(job: LabJob, { set = {}, priority }: RestartHow): NewJob {
  const { 'TEST+': suffix = '', ...others } = set
  const settings = { ...job.settings, ...others }
  return {
    settings: { ...settings, TEST: `${settings['TEST'] ?? ''}${suffix}` },
    groupId: job.groupId,
    productId: null,
    originId: job.id,
    assets: job.assets,
    priority: priority ?? job.priority,
  }
}

/** Clones depend on each other like their origins did, or on an origin that was not cloned. */
function relink(
  openqa: OpenQaState,
  members: ReadonlyMap<number, Member>,
  clones: ReadonlyMap<number, LabJob>,
): void {
  for (const { job } of members.values()) {
    for (const { id: parentId, kind } of job.parents) {
      const parent = clones.get(parentId) ?? openqa.jobs.get(parentId)
      const child = clones.get(job.id) ?? job
      const changed = clones.has(job.id) || clones.has(parentId)
      if (parent && changed) addLink(parent, child, kind)
    }
  }
}

function abortOthers(members: readonly Member[], restarted: LabJob, at: Date): void {
  for (const { job } of members) {
    if (job === restarted || job.state === 'done' || job.state === 'cancelled') continue
    if (job.result === 'none') job.result = 'parallel_restarted'
    if (isExecuting(job)) continue
    job.state = 'cancelled'
    job.finishedAt = at
  }
}
