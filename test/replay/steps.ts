import { ApplicationFailure } from '@temporalio/common'
import type { SignalDefinition } from '@temporalio/workflow'
import type { News } from '../../activities/lap/news.ts'
import type { Look } from '../../activities/looks/look.ts'
import type { OrderName } from '../../report/order.ts'
import type { OrderRequest } from '../../workflows/orders/order.ts'

/** The run that a step is a part of. */
export interface Scene {
  signal(signal: SignalDefinition): Promise<void>
  /** Tells the run what a look heard. */
  tell(news: News): Promise<void>
  /** Gives the run an order. */
  order(name: OrderName, request: OrderRequest): Promise<void>
  cancel(): Promise<void>
  /** Settles when the run has closed. */
  readonly closed: Promise<void>
}

/** What an activity does each time it is tried. */
export type Step<Answer> = (scene: Scene) => Promise<Answer>

/** Answers at once. */
export function answers<Answer>(answer: Answer): Step<Answer> {
  return () => Promise.resolve(answer)
}

/** Answers a look: what was looked for is there. */
export function sees<Answer>(answer: Answer): Step<Look<Answer, never>> {
  return answers({ kind: 'seen', answer, said: 'it is there' })
}

/** Answers a look at the end of its lap: what was looked for is not there. */
export function seesNothing<Memory = null>(memory: Memory | null = null): Step<Look<never, Memory>> {
  return () => {
    const answeredAt = new Date().toISOString()
    return Promise.resolve({ kind: 'not-yet', said: 'it is not there yet', memory, answeredAt })
  }
}

/** Answers a look at the end of its lap: no service could tell. */
export function cannotSee<Memory = null>(memory: Memory | null = null): Step<Look<never, Memory>> {
  return answers({ kind: 'not-yet', said: 'the service does not answer', memory, answeredAt: null })
}

/** Fails for good, with a failure of a type. */
export function fails(type: string): Step<never> {
  return () => Promise.reject(ApplicationFailure.nonRetryable(`failed with ${type}`, type))
}

/** Fails, and is to be tried again after its lap is over. */
export function failsUntilTooLate(type: string): Step<never> {
  const nextRetryDelay = '1 day'
  return () =>
    Promise.reject(ApplicationFailure.create({ message: `failed with ${type}`, type, nextRetryDelay }))
}

/** Gives no answer until the run has closed: its time-out ends it, or its cancellation. */
export async function neverAnswers({ closed }: Scene): Promise<never> {
  await closed
  throw new Error('the run has closed')
}

/** Sends the run a signal first. */
export function signals<Answer>(signal: SignalDefinition, then: Step<Answer>): Step<Answer> {
  return async (scene) => {
    await scene.signal(signal)
    return await then(scene)
  }
}

/** Tells the run first what it heard, as a look does whose lap goes on. */
export function tells<Answer>(news: News, then: Step<Answer>): Step<Answer> {
  return async (scene) => {
    await scene.tell(news)
    return await then(scene)
  }
}

/** Gives the run an order first. */
export function orders<Answer>(name: OrderName, request: OrderRequest, then: Step<Answer>): Step<Answer> {
  return async (scene) => {
    await scene.order(name, request)
    return await then(scene)
  }
}

/** Lets a person cancel the run, and answers all the same. */
export function cancelsTheRunAnd<Answer>(then: Step<Answer>): Step<Answer> {
  return async (scene) => {
    await scene.cancel()
    return await then(scene)
  }
}

/** Lets a person cancel the run, and gives no answer. */
export async function cancelsTheRun(scene: Scene): Promise<never> {
  await scene.cancel()
  return await neverAnswers(scene)
}
