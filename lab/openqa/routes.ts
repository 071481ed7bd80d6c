import * as acting from './acting.ts'
import { html, json, jsonError, type Call, type OpenQaLab, type Reply } from './call.ts'
import { jobPage, overviewPage } from './page.ts'
import { postProduct, showProduct } from './products/posting.ts'
import * as reading from './reading.ts'
import { uploadedFile } from './uploads.ts'

/** One of openQA's routes; `id` is the number in its path, 0 if there is none. */
interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: RegExp
  /** Acts need a key. Reads do not, except for scheduled products. */
  readonly open: 'public' | 'with-key'
  readonly answer: (lab: OpenQaLab, call: Call, id: number) => Reply
}

const routes: readonly Route[] = [
  read('/jobs', reading.listJobs),
  read('/jobs/overview', reading.showOverview),
  read('/jobs/(\\d+)', (lab, _, id) => reading.showJob(lab, id, 'plain')),
  read('/jobs/(\\d+)/details', (lab, _, id) => reading.showJob(lab, id, 'details')),
  read('/jobs/(\\d+)/comments', (lab, _, id) => reading.jobComments(lab, id)),
  read('/experimental/jobs/(\\d+)/status', (lab, _, id) => reading.showStatus(lab, id)),
  read('/job_settings/jobs', reading.findBySetting),
  read('/job_groups', (lab) => reading.listGroups(lab, null)),
  read('/job_groups/(\\d+)', (lab, _, id) => reading.listGroups(lab, id)),
  read('/job_groups/(\\d+)/jobs', (lab, _, id) => reading.groupJobs(lab, id)),
  read('/groups/(\\d+)/comments', (lab, _, id) => reading.groupComments(lab, id)),
  read('/workers', () => json({ workers: [] })),
  { ...read('/isos/(\\d+)', (lab, call, id) => showProduct(lab, id, call)), open: 'with-key' },
  act('POST', '/isos', postProduct),
  act('POST', '/jobs/(\\d+)/restart', (lab, call, id) => acting.restart(lab, [id], call)),
  act('POST', '/jobs/restart', (lab, call) =>
    acting.restart(lab, call.params.getAll('jobs').map(Number), call),
  ),
  act('POST', '/jobs/(\\d+)/cancel', (lab, call, id) => acting.cancel(lab, id, call)),
  act('POST', '/jobs/cancel', acting.cancelAll),
  act('POST', '/jobs/(\\d+)/set_done', (lab, call, id) => acting.setDone(lab, id, call)),
  act('POST', '/jobs/(\\d+)/comments', (lab, call, id) => acting.commentOnJob(lab, id, call)),
  act('POST', '/groups/(\\d+)/comments', (lab, call, id) => acting.commentOnGroup(lab, id, call)),
  act('DELETE', '/jobs/(\\d+)', (lab, _, id) => acting.deleteJob(lab, id)),
]

/** Answers a call. `refusal` says why openQA refuses its key; null if it accepts it. */
export function answer(lab: OpenQaLab, call: Call, refusal: () => string | null): Reply {
  if (call.path.startsWith('/tests/')) return pageOf(lab, call)
  for (const { method, path, open, answer: reply } of routes) {
    const found = path.exec(call.path)
    if (!found || method !== call.method) continue
    const why = open === 'public' ? null : refusal()
    return why === null ? reply(lab, call, Number(found[1] ?? 0)) : jsonError(403, why)
  }
  return jsonError(404, null)
}

function pageOf(lab: OpenQaLab, call: Call): Reply {
  if (call.path === '/tests/overview') return overviewPage(lab, call)
  const [, id, file] = /^\/tests\/(\d+)(?:\/file\/([^/]+))?$/.exec(call.path) ?? []
  if (id === undefined) return html(404, 'Page not found')
  return file === undefined ? jobPage(lab, Number(id)) : uploadedFile(lab, Number(id), file)
}

function read(path: string, reply: Route['answer']): Route {
  return { method: 'GET', path: new RegExp(`^/api/v1${path}$`), open: 'public', answer: reply }
}

function act(method: 'POST' | 'DELETE', path: string, reply: Route['answer']): Route {
  return { method, path: new RegExp(`^/api/v1${path}$`), open: 'with-key', answer: reply }
}
