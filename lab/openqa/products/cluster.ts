import { isFinal, isOk, linked, type LabJob, type OpenQaState } from '../state.ts'

/** A job of a cluster, which is restarted or stopped together. */
export interface Member {
  readonly job: LabJob
  /** The requested job, or a parent: restarted even if it was ok. */
  readonly initial: boolean
  ok: boolean
  childrenSkipped: boolean
}

/** How a cluster is gathered. */
export interface Gathering {
  /** `restart` includes chained parents that were not ok; `stop` includes no chained parents. */
  readonly purpose: 'restart' | 'stop'
  readonly skipParents?: boolean
  readonly skipChildren?: boolean
}

/** The jobs that are restarted or stopped together with a job: its parallel partners and all later jobs. */
export function clusterOf(openqa: OpenQaState, job: LabJob, how: Gathering): ReadonlyMap<number, Member> {
  const members = new Map<number, Member>()
  gather(openqa, job, how, members, true)
  return members
}

function gather(
  openqa: OpenQaState,
  job: LabJob,
  how: Gathering,
  members: Map<number, Member>,
  initial: boolean,
): void {
  const known = members.get(job.id)
  if (known) {
    if (how.skipChildren !== true && known.childrenSkipped) {
      known.childrenSkipped = false
      gatherChildren(openqa, known, how, members)
    }
    return
  }
  const member: Member = { job, initial, ok: isOk(job), childrenSkipped: how.skipChildren === true }
  members.set(job.id, member)
  if (how.skipParents !== true) gatherParents(openqa, job, how, members)
  if (how.skipChildren !== true) gatherChildren(openqa, member, how, members)
}

function gatherParents(openqa: OpenQaState, job: LabJob, how: Gathering, members: Map<number, Member>): void {
  if (how.purpose === 'restart') {
    const chained = linked(openqa, job.parents, 'Chained').filter((parent) => !isOk(parent))
    for (const parent of [...chained, ...linked(openqa, job.parents, 'Directly chained')]) {
      gather(openqa, parent, { ...how, skipChildren: true }, members, true)
    }
  }
  for (const parent of linked(openqa, job.parents, 'Parallel')) {
    if (how.purpose === 'stop' && sparesOthers(openqa, parent, members)) continue
    gather(openqa, parent, { purpose: how.purpose }, members, true)
  }
}

/** A parallel parent with `PARALLEL_CANCEL_WHOLE_CLUSTER=0` goes on while it has other running children. */
function sparesOthers(openqa: OpenQaState, parent: LabJob, members: ReadonlyMap<number, Member>): boolean {
  const whole = parent.settings['PARALLEL_CANCEL_WHOLE_CLUSTER'] ?? '1'
  if (whole !== '' && whole !== '0') return false
  const children = linked(openqa, parent.children, 'Chained', 'Directly chained', 'Parallel')
  return children.some((child) => !isFinal(child) && !members.has(child.id))
}

function gatherChildren(
  openqa: OpenQaState,
  member: Member,
  { purpose, skipParents = false }: Gathering,
  members: Map<number, Member>,
): void {
  for (const child of linked(openqa, member.job.children, 'Chained', 'Directly chained', 'Parallel')) {
    if (child.cloneId !== null) continue
    gather(openqa, child, { purpose, skipParents }, members, false)
    if (members.get(child.id)?.ok === false) member.ok = false
  }
}
