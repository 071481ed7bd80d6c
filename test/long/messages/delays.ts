import type { LabCompose } from '../../../lab/nightly.ts'
import type { LabCall } from '../../../lab/openqa/server.ts'
import type { Minute } from '../../../lab/script.ts'
import type { SentMessage } from './bus-source.ts'
import { completeAt } from './scripted-nights.ts'

/** A request by which a night looks at its compose, or at the jobs of it. */
export interface Look extends Pick<SentMessage, 'compose' | 'at'> {
  readonly about: 'compose' | 'jobs'
}

/** How soon the nights of a play acted, in lab minutes. */
export interface Delays {
  /** From the last missing condition of each compose to its first post. */
  readonly toPost: readonly Minute[]
  /** From each message of a compose or its jobs to the next look, as long as somebody still waits for it. */
  readonly toLook: readonly Minute[]
  /** From each message of a task, of which a night heeds only the first ones. */
  readonly fromTask: readonly Minute[]
}

/** What happened in a play. */
export interface Happened {
  readonly composes: readonly LabCompose[]
  readonly looks: readonly Look[]
  readonly sent: readonly SentMessage[]
  /** Those to openQA. */
  readonly requests: readonly LabCall[]
}

/**
 * Finds out how soon nights acted. A message is waited for as long as somebody still looks at what it tells
 * of; one of a compose that is already posted, or of tests that are reported, is not.
 */
export function delaysOf({ composes, looks, sent, requests }: Happened): Delays {
  const ofJobs = requests.flatMap(({ at, params, method }): readonly Look[] => {
    const { build } = params
    return method === 'GET' && build !== undefined ? [{ compose: build, about: 'jobs', at }] : []
  })
  const all = Map.groupBy([...looks, ...ofJobs], ({ compose, about }) => `${about} ${compose}`)
  const firstPost = (id: string) =>
    requests.find(
      ({ method, path, params }) => method === 'POST' && path.endsWith('/isos') && params['BUILD'] === id,
    )?.at
  const isAwaited = ({ compose, about, at }: SentMessage) =>
    about === 'jobs' || at < (firstPost(compose) ?? Infinity)
  const awaited = sent.filter(isAwaited)
  const toLook = (messages: readonly SentMessage[]) =>
    messages.flatMap(({ compose, about, at }) => {
      const next = all
        .get(`${about === 'jobs' ? about : 'compose'} ${compose}`)
        ?.find((look) => look.at >= at)
      return next === undefined ? [] : [next.at - at]
    })
  return {
    toPost: composes.flatMap((compose) => {
      const [complete, post] = [completeAt(compose), firstPost(compose.id)]
      return complete === null || post === undefined ? [] : [post - complete]
    }),
    toLook: toLook(awaited.filter(({ about }) => about !== 'task')),
    fromTask: toLook(awaited.filter(({ about }) => about === 'task')),
  }
}
