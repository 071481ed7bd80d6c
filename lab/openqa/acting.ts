import { json, jsonError, type Call, type OpenQaLab, type Reply } from './call.ts'
import { forceResult, isResult, newComment } from './comments.ts'
import { cancelJob, endJob } from './jobs/end.ts'
import { cancelBySettings } from './products/obsolete.ts'
import { restartJobs } from './jobs/restart.ts'
import type { LabComment } from './state.ts'

/** `POST jobs/<id>/restart` and `POST jobs/restart`: always 200, with errors inside. */
export function restart(lab: OpenQaLab, ids: readonly number[], { params }: Call): Reply {
  const sets = params.getAll('set')
  if (sets.some((set) => !/.+=.*/.test(set))) return jsonError(400, 'Erroneous parameters (set invalid)')
  const flag = (name: string) => params.has(name) && params.get(name) !== '0'
  const order = {
    set: Object.fromEntries(sets.map((set) => [set.replace(/=.*/s, ''), set.replace(/^[^=]*=/, '')])),
    ...(params.has('prio') && { priority: Number(params.get('prio')) }),
    skipParents: flag('skip_parents'),
    skipChildren: flag('skip_children'),
    skipOkChildren: flag('skip_ok_result_children'),
    force: flag('force'),
  }
  return json(restartJobs(lab.state, ids, order, lab.date()))
}

/** `POST jobs/<id>/cancel`. */
export function cancel(lab: OpenQaLab, id: number, { params }: Call): Reply {
  const job = lab.state.jobs.get(id)
  if (!job) return jsonError(404, 'Job does not exist')
  cancelJob(lab.state, job, { result: 'user_cancelled', reason: params.get('reason') }, lab.date())
  return json({ result: null })
}

/** `POST jobs/cancel`: all pending jobs with the given settings. */
export function cancelAll(lab: OpenQaLab, { params }: Call): Reply {
  return json({ result: cancelBySettings(lab.state, Object.fromEntries(params), lab.date()) })
}

/** `POST jobs/<id>/set_done`: works also on a job that no worker had. */
export function setDone(lab: OpenQaLab, id: number, { params }: Call): Reply {
  const job = lab.state.jobs.get(id)
  if (!job) return jsonError(404, 'Job does not exist')
  const result = params.get('result')
  const reason = params.get('reason')
  if (result !== null && !isResult(result)) return jsonError(400, 'Erroneous parameters (result invalid)\n')
  endJob(lab.state, job, { ...(result && { result }), ...(reason && { reason }) }, lab.date())
  return json({ result: job.result, reason })
}

/** `DELETE jobs/<id>`. */
export function deleteJob({ state }: OpenQaLab, id: number): Reply {
  const job = state.jobs.get(id)
  if (!job) return jsonError(404, 'Job does not exist')
  state.jobs.delete(id)
  state.open.delete(job)
  const build = job.settings['BUILD'] ?? ''
  state.byBuild.set(
    build,
    (state.byBuild.get(build) ?? []).filter((other) => other !== job),
  )
  return json({ result: 1 })
}

/** `POST jobs/<id>/comments`. */
export function commentOnJob(lab: OpenQaLab, id: number, { params }: Call): Reply {
  const job = lab.state.jobs.get(id)
  if (!job) return jsonError(404, `Job ${id} does not exist`)
  const text = params.get('text') ?? ''
  if (text.trim() === '') return jsonError(400, 'Erroneous parameters (text missing)')
  const wrong = forceResult(job, text)
  return wrong === null ? kept(lab, job.comments, text) : jsonError(400, wrong)
}

/** `POST groups/<id>/comments`. */
export function commentOnGroup(lab: OpenQaLab, id: number, { params }: Call): Reply {
  if (id < 1 || id > lab.state.groups.length) return jsonError(404, `Job group ${id} does not exist`)
  const text = params.get('text') ?? ''
  if (text.trim() === '') return jsonError(400, 'Erroneous parameters (text missing)')
  const comments = lab.state.groupComments.get(id) ?? []
  lab.state.groupComments.set(id, comments)
  return kept(lab, comments, text)
}

function kept(lab: OpenQaLab, comments: LabComment[], text: string): Reply {
  const comment = newComment(lab.state, text, lab.key.user, lab.date())
  comments.push(comment)
  return json({ id: comment.id })
}
