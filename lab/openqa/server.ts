import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { LabClock } from '../clock.ts'
import { listen, type Listening } from '../listen.ts'
import { refusalOf } from './auth.ts'
import type { Call, OpenQaLab } from './call.ts'
import { faultOf, type OpenQaFault } from './fault.ts'
import { nightlyTemplates } from './products/nightly.ts'
import { scheduleWaiting } from './products/posting.ts'
import { answer } from './routes.ts'
import { emptyOpenQa, type LabJob, type LabProduct } from './state.ts'
import type { TemplateSet } from './products/templates.ts'
import { work } from './jobs/workers.ts'
import type { JobScript, Minute } from '../script.ts'

/** Options of the lab's openQA. */
export interface LabOpenQaOptions {
  readonly clock: LabClock
  readonly key: string
  readonly secret: string
  /** The user of the key in a personal access token. */
  readonly user?: string
  readonly port?: number
  /** The templates when a build is posted; those of a whole Fedora night by default. */
  readonly templates?: TemplateSet | ((build: string) => TemplateSet)
  /** The jobs of a build that do not just pass. */
  readonly outcomes: (build: string) => readonly JobScript[]
  /** Lab minutes that a job usually takes. */
  readonly jobMinutes?: Minute
  /** Jobs that run at the same time. */
  readonly workers?: number
  /** Lab minutes from a job's end to its automatic clone. */
  readonly cloneAfter?: Minute
  /** Suffixes of host names from which openQA may download files. */
  readonly downloadHosts?: readonly string[]
  /** How a call is disturbed; null if it is not. */
  readonly disturbed?: (call: LabCall) => OpenQaFault | null
}

/** A request that reached the lab's openQA. */
export interface LabCall {
  readonly at: Minute
  readonly method: string
  /** Without the query. */
  readonly path: string
  /** The parameters of the query and of a form. */
  readonly params: Readonly<Record<string, string>>
}

/** An openQA on loopback whose jobs run on lab time. Tests can inspect its state. */
export interface LabOpenQa extends Listening {
  /** Every job, in its current state. */
  jobs(): readonly Readonly<LabJob>[]
  /** Every accepted `POST isos`, with its results. */
  posts(): readonly Readonly<LabProduct>[]
  /** Every request, disturbed ones included. */
  requests(): readonly LabCall[]
  /** Removes every file that jobs use, as openQA does to make room: no job can be restarted then. */
  cleanFiles(): void
}

/** Starts an openQA. It has no timers: each request first catches up with lab time. */
export async function startLabOpenQa(options: LabOpenQaOptions): Promise<LabOpenQa> {
  const lab = labOf(options)
  const calls: LabCall[] = []
  const catchUp = () => {
    const now = options.clock.now()
    work(lab.state, lab.workers, now)
    scheduleWaiting(lab)
    work(lab.state, lab.workers, now)
  }
  const serve = async (request: IncomingMessage, response: ServerResponse, origin: string) => {
    const call = await callOf(request, origin)
    const { method, path } = call
    const seen = { at: options.clock.now(), method, path, params: Object.fromEntries(call.params) }
    calls.push(seen)
    catchUp()
    const fault = faultOf(options.disturbed?.(seen) ?? null)
    if (!fault.isDone) return fault.spoil(response, null)
    const reply = answer(lab, call, () => refusalOf(lab.key, request.url ?? '', request.headers))
    catchUp()
    fault.spoil(response, reply)
  }
  const listening = await listen((request, response) => {
    void serve(request, response, `http://${request.headers.host ?? '127.0.0.1'}`)
  }, options.port)
  return {
    ...listening,
    jobs: () => {
      catchUp()
      return [...lab.state.jobs.values()]
    },
    posts: () => [...lab.state.products.values()],
    requests: () => calls,
    cleanFiles: () => lab.state.files.clear(),
  }
}

function labOf(options: LabOpenQaOptions): OpenQaLab {
  const { clock, key, secret, outcomes, templates = nightlyTemplates } = options
  const beganAt = Date.now() - clock.realMs(clock.now())
  const dateAt = (minute: Minute) => new Date(beganAt + clock.realMs(minute))
  return {
    state: { ...emptyOpenQa(), now: clock.now() },
    templates: typeof templates === 'function' ? templates : () => templates,
    workers: {
      count: options.workers ?? 60,
      jobMinutes: options.jobMinutes ?? 30,
      cloneAfter: options.cloneAfter ?? 1,
      outcomes,
      dateAt,
    },
    key: { user: options.user ?? 'admin', key, secret },
    downloadHosts: options.downloadHosts ?? ['127.0.0.1', 'localhost', 'fedoraproject.org'],
    date: () => dateAt(clock.now()),
  }
}

const longestBody = 1024 * 1024

async function callOf(request: IncomingMessage, origin: string): Promise<Call> {
  const { pathname, searchParams } = new URL(request.url ?? '/', origin)
  const body = (await text(request)).slice(0, longestBody)
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
  const form = isForm ? [...new URLSearchParams(body)] : []
  return {
    method: request.method ?? 'GET',
    path: pathname,
    query: searchParams,
    params: new URLSearchParams([...searchParams, ...form]),
    origin,
  }
}
