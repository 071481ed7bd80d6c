import { cloneCluster, type RestartHow } from './clone.ts'
import { giveUp } from './end.ts'
import { isExecuting, type LabJob, type OpenQaState } from '../state.ts'

/** openQA's answer to a restart: always 200, with errors inside. */
export interface RestartReply {
  readonly result: readonly Record<string, number | null>[]
  readonly test_url: readonly Record<string, string>[]
  readonly errors?: readonly string[]
  readonly warnings?: readonly string[]
  readonly enforceable?: 1
}

/** The request for a restart. `force` also restarts a job whose files are gone. */
export interface RestartOrder extends RestartHow {
  readonly force: boolean
}

/** Restarts running and ended jobs. A job that has not begun or does not exist is skipped silently. */
export function restartJobs(
  openqa: OpenQaState,
  ids: readonly number[],
  order: RestartOrder,
  at: Date,
): RestartReply {
  if (ids.length === 0) return { result: [], test_url: [], errors: ['No job IDs specified'] }
  const restarted: Record<string, number | null>[] = []
  const errors: string[] = []
  const warnings: string[] = []
  let enforceable = false
  for (const job of ids.flatMap((id) => openqa.jobs.get(id) ?? [])) {
    if (job.state === 'scheduled' || job.state === 'assigned') continue
    const missing = missingFiles(openqa, job)
    if (missing !== null) (order.force ? warnings : errors).push(missing)
    if (missing !== null && !order.force) {
      enforceable = true
      continue
    }
    const cloned = cloneCluster(openqa, job, order, at)
    if (cloned.kind === 'cloned') restarted.push(Object.fromEntries(cloned.ids))
    else errors.push(cloned.why)
    abort(openqa, job)
  }
  return {
    result: restarted,
    test_url: restarted.map(urls),
    ...(warnings.length > 0 && { warnings }),
    ...(errors.length > 0 && { errors }),
    ...(enforceable && { enforceable: 1 }),
  }
}

/** A job that is restarted while it runs has a result at once and ends later. */
function abort(openqa: OpenQaState, job: LabJob): void {
  if (!isExecuting(job)) return
  if (job.result === 'none') job.result = 'user_restarted'
  giveUp(openqa, job)
}

function missingFiles(openqa: OpenQaState, job: LabJob): string | null {
  const missing = job.assets
    .filter(({ type }) => type !== 'repo')
    .map(({ type, name }) => `${type}/${name}`)
    .filter((file) => !openqa.files.has(file))
    .toSorted()
  if (missing.length === 0) return null
  const advice =
    job.parents.length > 0
      ? 'You may try to retrigger the parent job that should create the assets and will implicitly retrigger this job as well.'
      : 'Ensure to provide mandatory assets and/or force retriggering if necessary.'
  return `Job ${job.id} misses the following mandatory assets: ${missing.join(', ')}\n${advice}`
}

function urls(ids: Readonly<Record<string, number | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(ids).map(([old, id]) => [old, `/tests/${id ?? ''}`]))
}
