import { ClientFailure, isFailure } from '../failure.ts'
import { askOpenQa, type OpenQaRequest, type OpenQaServer } from './openqa-request.ts'
import { outcomeOf } from '../unknown-outcome.ts'

/** How to reach an openQA server. Without key and secret only reading is possible. */
export interface OpenQaOptions {
  /** May carry a base path: `https://example.org/openqa`. */
  readonly url: string
  readonly key?: string
  readonly secret?: string
  /** Sends the key as a personal access token of this user instead of signing; openQA takes it over https or from localhost. */
  readonly user?: string
  /** Hosts that may be asked, redirects included; the host of `url` where absent. */
  readonly allowedHosts?: readonly string[]
  /** For reading, and for the acts where they have no own. */
  readonly deadlineMs?: number
  readonly actDeadlineMs?: number
  readonly maxBytes?: number
  readonly signal?: AbortSignal
}

/** What one (BUILD, FLAVOR, ARCH) of openQA is named by. */
export interface Scope {
  readonly build: string
  readonly flavor: string
  readonly arch: string
}

/**
 * openQA's API, as far as Nightjar uses it; answers come back as parsed JSON that nobody has looked into.
 * Every call asks once, and throws ClientFailure. The acts (`post`, `restart`) throw {@link UnknownOutcome} where nobody
 * can say whether they were done; any other failure of theirs means that they were not.
 */
export interface OpenQa {
  /** The newest job of each scenario of a build, in one request whatever its size. */
  jobsOfBuild(build: string): Promise<unknown>
  /** Every job of a build, superseded ones too: which of them were tried again. */
  everyJobOfBuild(build: string): Promise<unknown>
  /** Every job of one (BUILD, FLAVOR, ARCH), superseded ones too: the look before a post. */
  jobsOf(scope: Scope): Promise<unknown>
  comments(jobId: number): Promise<unknown>
  /** One `POST isos`: sent exactly once, never repeated by any layer. */
  post(settings: Readonly<Record<string, string>>): Promise<unknown>
  /** A post as openQA keeps it; needs a key. */
  scheduledProduct(id: number): Promise<unknown>
  /** Restarts an ended or running job with its cluster; openQA refuses a second restart of the same job. */
  restart(jobId: number): Promise<unknown>
  /** How far openQA's clock is ahead of ours in ms, by its last answer; null before the first. */
  clockSkewMs(): number | null
}

/** A client for one openQA server; it holds no connection and needs no closing. */
export function openQa(options: OpenQaOptions): OpenQa {
  const server = serverOf(options)
  const forActs = { ...server, deadlineMs: options.actDeadlineMs ?? server.deadlineMs }
  let clockSkewMs: number | null = null

  async function call(request: OpenQaRequest, asked = server): Promise<unknown> {
    const answer = await askOpenQa(asked, request)
    clockSkewMs = answer.clockSkewMs ?? clockSkewMs
    return answer.value
  }
  const get = (path: string, query: Readonly<Record<string, string>> = {}) =>
    call({ method: 'GET', path, query })

  return {
    jobsOfBuild: (build) => get('/jobs', { build, latest: '1' }),
    everyJobOfBuild: (build) => get('/jobs', { build }),
    jobsOf: ({ build, flavor, arch }) => get('/jobs', { build, flavor, arch }),
    comments: (jobId) => get(`/jobs/${jobId}/comments`),
    scheduledProduct: (id) => get(`/isos/${id}`, { include_job_ids: '1' }),
    post: (settings) => act(forActs, call, { method: 'POST', path: '/isos', form: settings }),
    restart: (jobId) => act(forActs, call, { method: 'POST', path: `/jobs/${jobId}/restart` }),
    clockSkewMs: () => clockSkewMs,
  }
}

const readDeadline = 60_000
const largestAnswer = 64 * 1024 * 1024

function serverOf({ url, key, secret, user, ...how }: OpenQaOptions): OpenQaServer {
  return {
    url,
    key: key && secret ? { key, secret, ...(user !== undefined && { user }) } : null,
    allowedHosts: how.allowedHosts ?? [new URL(url).host],
    deadlineMs: how.deadlineMs ?? readDeadline,
    maxBytes: how.maxBytes ?? largestAnswer,
    signal: how.signal ?? null,
  }
}

async function act(
  server: OpenQaServer,
  call: (request: OpenQaRequest, asked: OpenQaServer) => Promise<unknown>,
  request: OpenQaRequest,
): Promise<unknown> {
  const { key, url } = server
  if (key === null) {
    const advice = `${url} has no API key here, so Nightjar only observes; put key and secret in client.conf`
    throw new ClientFailure('refused', 'openQA', `${request.method} ${request.path} was not sent: ${advice}`)
  }
  try {
    return await call(request, server)
  } catch (thrown) {
    throw outcomeOf(isFailure(thrown, 'absent') ? refusedAct(thrown) : thrown)
  }
}

/** To an act a 404 is a no: openQA answers one to a post whose product has no templates. */
function refusedAct({ message, service }: ClientFailure): ClientFailure {
  return new ClientFailure('refused', service, message.replace(`${service}: `, ''))
}
