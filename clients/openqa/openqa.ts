import { ClientFailure, isFailure } from '../failure.ts'
import { askOpenQa, type OpenQaRequest, type OpenQaServer } from './openqa-request.ts'
import { readJobFile, type JobFile } from './openqa-file.ts'
import { outcomeOf } from '../unknown-outcome.ts'

/** An openQA server and its limits. Without key and secret, the client can only read. */
export interface OpenQaOptions {
  /** May carry a base path: `https://example.org/openqa`. */
  readonly url: string
  readonly key?: string
  readonly secret?: string
  /** Sends the key as this user's personal access token, unsigned: openQA needs https or localhost for it. */
  readonly user?: string
  /** Allowed hosts, also for redirects; by default the host of `url`. */
  readonly allowedHosts?: readonly string[]
  /** For reads, and for acts without `actDeadlineMs`. */
  readonly deadlineMs?: number
  readonly actDeadlineMs?: number
  readonly maxBytes?: number
  readonly signal?: AbortSignal
}

/** One (BUILD, FLAVOR, ARCH) of openQA. */
export interface Scope {
  readonly build: string
  readonly flavor: string
  readonly arch: string
}

/**
 * The part of openQA's API that Nightjar uses. Answers are JSON without a check of their form. Every call
 * sends one request and throws ClientFailure. The acts (`post`, `restart`, `commentOnGroup`) throw
 * {@link UnknownOutcome} if it is not known whether they took effect; any other failure means that they did
 * not.
 */
export interface OpenQa {
  /** The newest job of each scenario of a build, in one request. */
  jobsOfBuild(build: string): Promise<unknown>
  /** The newest job of each scenario among those with a higher id. */
  jobsOfBuildAfter(build: string, id: number): Promise<unknown>
  /** Id and name of the newest job of each scenario, if its state is one of these: a tenth of the bytes. */
  idsOfBuild(build: string, states: readonly string[]): Promise<unknown>
  /** The jobs with these ids. At most some hundred fit into an address. */
  jobsWith(ids: readonly number[]): Promise<unknown>
  /** Every job of a build, superseded ones included. */
  everyJobOfBuild(build: string): Promise<unknown>
  /** Every job of one (BUILD, FLAVOR, ARCH), superseded ones included: the look before a post. */
  jobsOf(scope: Scope): Promise<unknown>
  comments(jobId: number): Promise<unknown>
  groupComments(groupId: number): Promise<unknown>
  /** One job with its modules and the names of its files. */
  details(jobId: number): Promise<unknown>
  /** The text of a file that a job uploaded. `garbled` if it is too large. */
  file(file: JobFile): Promise<string>
  /** One `POST isos`, sent once: no layer repeats it. */
  post(settings: Readonly<Record<string, string>>): Promise<unknown>
  /** The scheduled product of a post; needs a key. */
  scheduledProduct(id: number): Promise<unknown>
  /** Restarts an ended or running job with its cluster. openQA refuses a second restart of the same job. */
  restart(jobId: number): Promise<unknown>
  /** Comments on a job group: openQA reads tags of builds in such comments. */
  commentOnGroup(groupId: number, text: string): Promise<unknown>
  /** How far openQA's clock is ahead of ours in ms, by its last answer; null before the first. */
  clockSkewMs(): number | null
}

/** A client for one openQA server. It needs no closing. */
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
    jobsOfBuildAfter: (build, id) => get('/jobs', { build, latest: '1', after: String(id) }),
    idsOfBuild: (build, states) => get('/jobs/overview', { build, state: states.join(',') }),
    jobsWith: (ids) => get('/jobs', { ids: ids.join(',') }),
    everyJobOfBuild: (build) => get('/jobs', { build }),
    jobsOf: ({ build, flavor, arch }) => get('/jobs', { build, flavor, arch }),
    comments: (jobId) => get(`/jobs/${jobId}/comments`),
    groupComments: (groupId) => get(`/groups/${groupId}/comments`),
    details: (jobId) => get(`/jobs/${jobId}/details`),
    file: (file) => readJobFile(server, file),
    scheduledProduct: (id) => get(`/isos/${id}`, { include_job_ids: '1' }),
    post: (settings) => act(forActs, call, { method: 'POST', path: '/isos', form: settings }),
    restart: (jobId) => act(forActs, call, { method: 'POST', path: `/jobs/${jobId}/restart` }),
    commentOnGroup: (groupId, text) =>
      act(forActs, call, { method: 'POST', path: `/groups/${groupId}/comments`, form: { text } }),
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

/** For an act, a 404 is a refusal: openQA sends it for a post whose product has no templates. */
function refusedAct({ message, service }: ClientFailure): ClientFailure {
  return new ClientFailure('refused', service, message.replace(`${service}: `, ''))
}
