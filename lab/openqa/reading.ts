import { json, jsonError, type Call, type OpenQaLab, type Reply } from './call.ts'
import { commentJson } from './comments.ts'
import { detailedJobJson, jobJson, listedJobJson } from './json.ts'
import { overview } from './overview.ts'
import { queryJobs, type Page } from './query.ts'
import { uploadsOf } from './uploads.ts'

/** `GET jobs`. */
export function listJobs({ state }: OpenQaLab, call: Call): Reply {
  const page = queryJobs(state, call.query)
  if ('status' in page) return jsonError(page.status, page.error)
  const answer = { jobs: page.jobs.map((job) => listedJobJson(state, job)) }
  return json(answer, call.query.has('latest') ? {} : { Link: links(page, call) })
}

/** `GET jobs/<id>` and `GET jobs/<id>/details`. */
export function showJob(lab: OpenQaLab, id: number, how: 'plain' | 'details'): Reply {
  const { state } = lab
  const job = state.jobs.get(id)
  if (!job) return jsonError(404, null)
  if (how === 'plain') return json({ job: jobJson(state, job) })
  return json({ job: detailedJobJson(state, job, Object.keys(uploadsOf(lab, job))) })
}

/** `GET experimental/jobs/<id>/status`. */
export function showStatus({ state }: OpenQaLab, id: number): Reply {
  const job = state.jobs.get(id)
  if (!job) return jsonError(404, 'Job does not exist')
  return json({ id, state: job.state, result: job.result, blocked_by_id: job.blockedById })
}

/** `GET jobs/overview`. */
export function showOverview({ state }: OpenQaLab, { query }: Call): Reply {
  return json(overview(state, query))
}

/** `GET job_settings/jobs`, newest first. It finds a value in a list with commas; the key may have `*`. */
export function findBySetting({ state }: OpenQaLab, { query }: Call): Reply {
  const key = query.get('key') ?? ''
  const value = query.get('list_value') ?? ''
  const invalid = [
    ...(/^[\w*]+$/.test(key) ? [] : [`key ${key === '' ? 'missing' : 'invalid'}`]),
    ...(/^\w+$/.test(value) ? [] : [`list_value ${value === '' ? 'missing' : 'invalid'}`]),
  ]
  if (invalid.length > 0) return jsonError(400, `Erroneous parameters (${invalid.join(', ')})`)
  const named = new RegExp(`^${key.replaceAll('*', '.*')}$`)
  const found = [...state.jobs.values()].filter(({ settings }) =>
    Object.entries(settings).some(
      ([name, list]) => named.test(name) && !main.has(name) && list.split(',').includes(value),
    ),
  )
  return json({ jobs: found.map(({ id }) => id).toReversed() })
}

/** openQA does not store these as settings, so they are not found. */
const main = new Set(['DISTRI', 'VERSION', 'FLAVOR', 'ARCH', 'TEST', 'MACHINE', 'BUILD'])

/** `GET job_groups` and `GET job_groups/<id>`. */
export function listGroups({ state }: OpenQaLab, id: number | null): Reply {
  const groups = state.groups.map((name, at) => ({ id: at + 1, name, default_priority: 50, parent_id: null }))
  return json(groups.filter((group) => id === null || group.id === id))
}

/** `GET job_groups/<id>/jobs`. */
export function groupJobs({ state }: OpenQaLab, id: number): Reply {
  return json({ ids: [...state.jobs.values()].filter(({ groupId }) => groupId === id).map((job) => job.id) })
}

/** `GET jobs/<id>/comments`. */
export function jobComments({ state }: OpenQaLab, id: number): Reply {
  const job = state.jobs.get(id)
  return job ? json(job.comments.map(commentJson)) : jsonError(404, `Job ${id} does not exist`)
}

/** `GET groups/<id>/comments`. */
export function groupComments({ state }: OpenQaLab, id: number): Reply {
  if (id < 1 || id > state.groups.length) return jsonError(404, `Job group ${id} does not exist`)
  return json((state.groupComments.get(id) ?? []).map(commentJson))
}

function links({ limit, offset, more }: Page, { origin, path, query }: Call): string {
  const to = (start: number, rel: string) => {
    const own = [...query].filter(([name]) => name !== 'limit' && name !== 'offset')
    const page = new URLSearchParams([...own, ['limit', String(limit)], ['offset', String(start)]])
    return `<${origin}${path}?${page.toString()}>; rel="${rel}"`
  }
  return [
    to(0, 'first'),
    ...(more ? [to(offset + limit, 'next')] : []),
    ...(offset > 0 ? [to(Math.max(0, offset - limit), 'prev')] : []),
  ].join(', ')
}
