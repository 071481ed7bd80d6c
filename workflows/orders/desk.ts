import { currentUpdateInfo, setHandler } from '@temporalio/workflow'
import type { DeskParts, DeskState } from './desk-state.ts'
import type { OrderName } from '../../report/order.ts'
import { now } from '../now.ts'
import { takeEffect } from './effects.ts'
import { inWords } from './in-words.ts'
import type { Order, OrderTaken, WatchOrder } from './order.ts'
import { formOf, readOrder } from './read-order.ts'
import { refusalOf } from './refusal.ts'
import { refused } from './refused.ts'
import { standsOf } from './stands.ts'
import { updates } from './updates.ts'

/** Takes the orders of a night. A handler only notes an order and wakes the night, which carries it out. */
export interface Desk {
  readonly state: DeskState
  /** Begins to carry out the order that waits; null if there is none. */
  begin(): WatchOrder | null
  /** Says what came of an order. */
  became(order: Order, sentence: string): void
}

const descriptions: Readonly<Record<OrderName, string>> = {
  rerun: 'Runs again what failed, or the night from a stage on, and reports once more.',
  accept: 'Takes missing images, failing tests (test:NAME), koji or mirror out of the verdict.',
  extend: 'Gives the running stage more time.',
  finish: 'Reports now, with what is there.',
  cancel: 'Stops the night, with a report that says so.',
  look: 'Looks now, not only at the next poll.',
}

const names: readonly OrderName[] = ['rerun', 'accept', 'extend', 'finish', 'cancel', 'look']

/**
 * Opens the desk: from now on the night takes orders. All that an order may change has to be there before.
 */
export function openDesk(parts: DeskParts): Desk {
  const { recorder, input } = parts
  const last = input.takesOver?.result ?? null
  const state: DeskState = {
    last,
    waiting: null,
    underWay: null,
    stopped: null,
    finished: null,
    accepted: [],
    waived: [],
  }
  for (const name of names) takeUpdates(name, parts, state)
  const { order: first } = input
  if (first !== undefined) {
    const { name, ...request } = first
    take(readOrder(name, request, { id: request.id ?? 'first', now: now() }), parts, state)
  }
  return {
    state,
    begin() {
      state.underWay = state.waiting
      state.finished = null
      state.waiting = null
      return state.underWay
    },
    became(order, sentence) {
      const before = recorder.progress().orders?.find(({ id }) => id === order.id)
      if (before !== undefined) recorder.note({ ...before, became: sentence })
      if (state.underWay?.id === order.id) state.underWay = null
    },
  }
}

function takeUpdates(name: OrderName, parts: DeskParts, state: DeskState): void {
  const read = (request: unknown) =>
    readOrder(name, request, { id: currentUpdateInfo()?.id ?? name, now: now() })
  setHandler(updates[name], (request) => take(read(request), parts, state), {
    description: `${descriptions[name]} Input: ${formOf(name)}`,
    validator(request) {
      const { recorder } = parts
      const why = refusalOf(read(request), standsOf(recorder.progress(), state), now())
      if (why !== null) throw refused(why)
    },
  })
}

function take(order: Order, parts: DeskParts, state: DeskState): OrderTaken {
  const { id, name, by, why } = order
  const stands = standsOf(parts.recorder.progress(), state)
  const at = new Date(now()).toISOString()
  const taken = takeEffect(order, { parts, state, stands, at })
  const isUnderWay = state.waiting?.id === id || state.stopped?.id === id
  parts.recorder.note({ id, name, at, by, why, asked: inWords(order), became: isUnderWay ? '' : taken })
  return { id, taken }
}
