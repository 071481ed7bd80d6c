import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LabClock } from './clock.ts'
import { disturb, disturbedAt } from './disturbance.ts'
import { listen, type Listening } from './listen.ts'
import { composesOf, statusAt, type LabCompose } from './nightly.ts'
import { composeinfoJson, imagesJson } from './productmd.ts'
import type { Minute, Scenario } from './script.ts'

/** The web server that Fedora's composes lie on, and its list of releases. */
export interface LabTree extends Listening {
  /** The folder above `rawhide/` and `branched/`, without a closing slash. */
  readonly composes: string
  readonly releases: string
  /** How many requests came. */
  requests(): number
}

/** Serves the composes of a scenario as they come into being: folder indexes, STATUS, COMPOSE_ID and metadata. */
export async function startTree(scenario: Scenario, date: string, clock: LabClock): Promise<LabTree> {
  const composes = composesOf(scenario, date)
  let count = 0
  const listening = await listen((request, response) => {
    count += 1
    const how = disturbedAt(scenario.disturbances, 'tree', clock.now())
    if (how !== null) return disturb(how, request, response)
    send(request, response, fileAt(request.url ?? '/', scenario, composes, clock.now()))
  })
  return {
    ...listening,
    composes: `${listening.url}/compose`,
    releases: `${listening.url}/release.json`,
    requests: () => count,
  }
}

/** The text of a path at a minute; null where nothing is there (yet). */
function fileAt(path: string, scenario: Scenario, all: readonly LabCompose[], minute: Minute): string | null {
  if (path === '/release.json') return releaseJson(scenario)
  const [, top, stream, id, ...rest] = path.split('/')
  if (top !== 'compose') return null
  const there = all.filter((compose) => compose.stream === stream && compose.script.appears <= minute)
  if (id === '' && (stream === 'rawhide' || stream === 'branched')) return index(there)
  const compose = there.find((each) => each.id === id)
  return compose ? composeFile(compose, rest.join('/'), minute) : null
}

function composeFile(compose: LabCompose, path: string, minute: Minute): string | null {
  const { metadataAt } = compose.script
  if (path === '') return '<a href="compose/">compose/</a>'
  if (path === 'COMPOSE_ID') return compose.id
  if (path === 'STATUS') return line(statusAt(compose.script, minute))
  if (metadataAt === null || minute < metadataAt) return null
  if (path === 'compose/metadata/images.json') return imagesJson(compose)
  return path === 'compose/metadata/composeinfo.json' ? composeinfoJson(compose) : null
}

function line(text: string | null): string | null {
  return text === null ? null : `${text}\n`
}

/** The newest stable release of the lab's Fedora; the branched one, where there is one, comes after it. */
const stable = [42, 43]

function releaseJson({ branched }: Scenario): string {
  return JSON.stringify({ fedora: { stable, branched: branched === null ? [] : [branched] } })
}

function index(composes: readonly LabCompose[]): string {
  const links = composes.map(({ id }) => `<a href="${id}/">${id}/</a>`)
  return `<html><body><h1>Index</h1><pre><a href="../">Parent Directory</a>\n${links.join('\n')}\n</pre></body></html>`
}

function send({ method, headers }: IncomingMessage, response: ServerResponse, text: string | null): void {
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
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text), ETag: etag })
  response.end(method === 'HEAD' ? undefined : text)
}
