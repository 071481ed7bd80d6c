import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LabClock } from './clock.ts'
import { composeFile, minuteOf } from './compose-files.ts'
import { disturb, disturbedAt } from './disturbance.ts'
import { earlierComposes } from './earlier.ts'
import { listen, type Listening } from './listen.ts'
import { mashFile } from './mash/mash-files.ts'
import { mashOf } from './mash/mash-nightly.ts'
import { archivedFile } from './metadata-archive.ts'
import { composesOf, type LabCompose } from './nightly.ts'
import { releaseJson } from './releases.ts'
import type { Minute, LabScenario } from './script.ts'

/** The web server with Fedora's composes, and the list of releases. */
export interface LabTree extends Listening {
  /** The folder above `rawhide/` and `branched/`, without a closing slash. `mash` is next to it. */
  readonly composes: string
  readonly releases: string
  /** The number of requests so far. */
  requests(): number
}

/** Serves the composes of a scenario as they appear, and those of the days before. */
export async function startTree(scenario: LabScenario, date: string, clock: LabClock): Promise<LabTree> {
  const composes = [...earlierComposes(scenario, date), ...composesOf(scenario, date)]
  const fileAt = filesOf(scenario, date, composes)
  const begins = Date.parse(`${date}T${scenario.begins ?? '05:15'}:00Z`)
  let count = 0
  const listening = await listen((request, response) => {
    count += 1
    const how = disturbedAt(scenario.disturbances, 'tree', clock.now())
    if (how !== null) return disturb(how, request, response)
    const path = request.url ?? '/'
    const minute = minuteOf(path, composes)
    const changed = minute === null ? null : new Date(begins + minute * 60_000)
    send(request, response, fileAt(path, clock.now()), changed)
  })
  return {
    ...listening,
    composes: `${listening.url}/compose`,
    releases: `${listening.url}/release.json`,
    requests: () => count,
  }
}

/** Returns the text of a path at a minute; null if there is no file (yet). */
function filesOf(
  scenario: LabScenario,
  date: string,
  composes: readonly LabCompose[],
): (path: string, minute: Minute) => string | null {
  const mash = mashOf(scenario, date)
  const folders = [
    ['/compose/metadata-archive/', (path: string, minute: Minute) => archivedFile(path, composes, minute)],
    ['/compose/', (path: string, minute: Minute) => composeFile(path, composes, minute)],
    ['/mash/', (path: string, minute: Minute) => mashFile(path, mash, minute)],
  ] as const
  return (path, minute) => {
    if (path === '/release.json') return releaseJson(scenario)
    const [folder, file] = folders.find(([top]) => path.startsWith(top)) ?? []
    return folder === undefined || !file ? null : file(path.slice(folder.length), minute)
  }
}

function send(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  text: string | null,
  changed: Date | null,
): void {
  if (text === null) {
    response.writeHead(404, { 'Content-Type': 'text/html' })
    response.end(method === 'HEAD' ? undefined : '<html><body><h1>404 Not Found</h1></body></html>')
    return
  }
  const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`
  if (headers['if-none-match'] === etag) {
    response.writeHead(304, { ETag: etag }).end()
    return
  }
  const type = text.startsWith('{') ? 'application/json' : text.startsWith('<') ? 'text/html' : 'text/plain'
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(text),
    ETag: etag,
    ...(changed && { 'Last-Modified': changed.toUTCString() }),
  })
  response.end(method === 'HEAD' ? undefined : text)
}
