import { z } from 'zod'
import { readRequest } from '../koji/koji-request.ts'
import { readComposeId } from '../naming/compose-id.ts'

/**
 * What a message says has changed. Only names are taken from it, and they are not believed: whoever hears of
 * a change looks.
 */
export type Change =
  | { readonly kind: 'compose'; readonly compose: string }
  /** `ended`: there is no more to come, as far as openQA knew. `restarted`: a job has a further try. */
  | { readonly kind: 'jobs'; readonly compose: string; readonly jobs: 'ended' | 'restarted' }
  /** An image task of Koji has ended. Koji names the compose by its version and release. */
  | { readonly kind: 'tasks'; readonly version: string; readonly release: string }

/** Why a message changes nothing. */
export type Unheard = 'unknown topic' | 'garbled' | 'of no compose' | 'of no use'

/** What a message came to, and what it was about: one of the topics that are asked for. */
export interface Reading {
  readonly about: Change['kind'] | 'unknown'
  readonly heard: Change | Unheard
}

interface Topic {
  /** After the prefix; `*` stands for one word. */
  readonly pattern: string
  readonly about: Change['kind']
  readonly read: (body: unknown) => Change | Unheard
}

/** Longer than any compose id. */
const name = z.string().max(200)
const composeBody = z.object({ compose_id: name.optional() })
/** In 2016 the names were in lower case, and numbers were texts. */
const jobBody = z.object({
  BUILD: name.nullish(),
  build: name.nullish(),
  remaining: z.union([z.int(), z.string().regex(/^\d{1,9}$/)]).nullish(),
})
const taskBody = z.object({
  method: name,
  new: name,
  info: z.object({ request: z.array(z.unknown()).nullish() }),
})

const topics: readonly Topic[] = [
  { pattern: 'pungi.compose.status.change', about: 'compose', read: readCompose },
  { pattern: 'compose.*.rsync.complete', about: 'compose', read: readCompose },
  { pattern: 'openqa.job.done', about: 'jobs', read: readEnded },
  { pattern: 'openqa.job.cancel', about: 'jobs', read: readEnded },
  { pattern: 'openqa.job.restart', about: 'jobs', read: readRestarted },
  { pattern: 'buildsys.task.state.change', about: 'tasks', read: readTask },
]

const compiled = topics.map((topic) => ({
  ...topic,
  form: new RegExp(`^${topic.pattern.replaceAll('.', String.raw`\.`).replace('*', '[^.]+')}$`),
}))

/** The topics that are worth hearing, with the prefix of an installation. */
export function topicsBelow(prefix: string): readonly string[] {
  return topics.map(({ pattern }) => `${prefix}.${pattern}`)
}

/**
 * Reads a message. It takes the bodies of today and those of fedmsg, which had the body in `msg`.
 * @param topic without the prefix
 */
export function readMessage(topic: string, body: string): Reading {
  const known = compiled.find(({ form }) => form.test(topic))
  if (known === undefined) return { about: 'unknown', heard: 'unknown topic' }
  return { about: known.about, heard: known.read(bodyOf(body)) }
}

const envelope = z.object({ msg: z.looseObject({}) })

function bodyOf(text: string): unknown {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return null
  }
  return envelope.safeParse(body).data?.msg ?? body
}

function readCompose(body: unknown): Change | Unheard {
  const { data } = composeBody.safeParse(body)
  if (data === undefined) return 'garbled'
  // The nightlies of 2015 had no ids.
  return of(data.compose_id, (compose) => ({ kind: 'compose', compose }))
}

function readEnded(body: unknown): Change | Unheard {
  const { data } = jobBody.safeParse(body)
  if (data === undefined) return 'garbled'
  // A hint of whether it is worth a look, and no more: a wrong one makes a night look later, or in vain.
  if (Number(data.remaining ?? 0) > 0) return 'of no use'
  return of(data.BUILD ?? data.build, (compose) => ({ kind: 'jobs', compose, jobs: 'ended' }))
}

function readRestarted(body: unknown): Change | Unheard {
  const { data } = jobBody.safeParse(body)
  if (data === undefined) return 'garbled'
  return of(data.BUILD ?? data.build, (compose) => ({ kind: 'jobs', compose, jobs: 'restarted' }))
}

const ends = ['CLOSED', 'FAILED', 'CANCELED']

function readTask(body: unknown): Change | Unheard {
  const { data } = taskBody.safeParse(body)
  if (data === undefined) return 'garbled'
  if (!ends.includes(data.new)) return 'of no use'
  const { version, release } = readRequest(data.method, data.info.request ?? [])
  const isOfCompose = version.length <= 20 && /^\d{8}(?:\.[a-z]{1,2})?\.\d{1,5}$/.test(release)
  return isOfCompose ? { kind: 'tasks', version, release } : 'of no compose'
}

function of(id: string | null | undefined, change: (compose: string) => Change): Change | Unheard {
  return typeof id === 'string' && readComposeId(id) !== null ? change(id) : 'of no compose'
}
