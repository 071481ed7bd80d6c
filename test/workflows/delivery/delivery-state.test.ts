import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Recipient } from '../../../activities/report-activities.ts'
import {
  afterTry,
  isLeft,
  mostUnknownTries,
  nothingYet,
  pauseMs,
  type DeliveryProgress,
  type Try,
} from '../../../workflows/delivery/delivery-state.ts'
import { patience } from '../../../workflows/patience.ts'

const minute = 60_000

function answered(...states: readonly Recipient['state'][]): Try {
  const recipients = states.map((state, nth) => ({ recipient: `r${nth}`, state, why: `it is ${state}` }))
  return { kind: 'answered', messageId: '<m@x>', recipients }
}

function putOff(retryAfterMs: number): Try {
  const recipients = [{ recipient: 'qa-hook', state: 'waiting', why: 'it answered 429' } as const]
  return { kind: 'answered', messageId: 'id', recipients, retryAfterMs }
}

const lost: Try = { kind: 'lost', why: 'the worker went away' }
const notSent: Try = { kind: 'not-sent', why: 'the report could not be made' }

type Kind = keyof typeof mostUnknownTries

function afterAll(tries: readonly Try[], kind: Kind = 'mail'): DeliveryProgress {
  return tries.reduce((before, tried) => afterTry(before, tried, mostUnknownTries[kind]), nothingYet)
}

/** How long a delivery waits after some tries; null where it has ended. */
function pauseAfter(tries: readonly Try[], kind: Kind = 'mail'): number | null {
  const tried = tries.at(-1) ?? lost
  return pauseMs(afterAll(tries, kind), { patience, most: mostUnknownTries[kind], tried })
}

describe('a delivery', () => {
  test.each<[string, readonly Try[], number | null]>([
    ['that everybody has', [answered('delivered', 'delivered')], null],
    ['that one has and another refuses for good', [answered('delivered', 'refused')], null],
    ['without a configured mail', [{ kind: 'answered', messageId: null, recipients: [] }], null],
    ['that one puts off, like greylisting', [answered('delivered', 'waiting')], minute],
    ['that is put off a second time', [answered('waiting'), answered('waiting')], 2 * minute],
    [
      'that is put off for the tenth time',
      Array.from({ length: 10 }, () => answered('waiting')),
      10 * minute,
    ],
    ['that could not be made', [notSent], minute],
    ['of unknown outcome', [answered('unknown')], patience.settleMs],
    [
      'of unknown outcome for one, and put off for another',
      [answered('unknown', 'waiting')],
      patience.settleMs,
    ],
    ['that is lost with its worker', [lost], patience.settleMs],
    ['that is lost, then could not be made', [lost, notSent], patience.settleMs],
    ['of unknown outcome twice', [answered('unknown'), answered('unknown')], null],
    ['that is lost twice', [lost, lost], null],
    ['of unknown outcome, then lost', [answered('unknown'), lost], null],
  ])('%s is tried again after: %s', (_, tries, expected) => {
    expect(pauseAfter(tries)).toBe(expected)
  })

  test.each<[string, readonly Try[], number | null]>([
    ['of unknown outcome twice', [answered('unknown'), answered('unknown')], patience.settleMs],
    ['that is lost three times', [lost, lost, lost], patience.settleMs],
    ['that the receiver has', [answered('unknown'), answered('delivered')], null],
    ['that the receiver refuses for good', [answered('refused')], null],
    ['that the receiver puts off for 10 min', [putOff(10 * minute)], 10 * minute],
    ['that the receiver puts off for a second', [putOff(1000)], minute],
    ['that the receiver puts off for a week', [putOff(7 * 24 * 60 * minute)], 60 * minute],
  ])('whose repeats have its id, %s, is tried again after: %s', (_, tries, expected) => {
    expect(pauseAfter(tries, 'withId')).toBe(expected)
  })

  test.each([
    [{}, 'no mail is configured on the worker that tried'],
    [{ why: 'not sent: the night before said the same' }, 'not sent: the night before said the same'],
  ])('without a recipient ends and says why: %j', (told, expected) => {
    const tries: readonly Try[] = [{ kind: 'answered', messageId: null, recipients: [], ...told }]

    expect(afterAll(tries).why).toBe(expected)
    expect(pauseAfter(tries)).toBeNull()
  })

  test('keeps what is known of recipients that were not tried again', () => {
    const first = answered('delivered', 'waiting', 'refused')
    const second: Try = {
      kind: 'answered',
      messageId: '<m@x>',
      recipients: [{ recipient: 'r1', state: 'delivered', why: 'now' }],
    }

    expect(afterAll([first, second])).toMatchObject({
      tries: 2,
      unknownTries: 0,
      recipients: [
        { recipient: 'r0', state: 'delivered' },
        { recipient: 'r1', state: 'delivered', why: 'now' },
        { recipient: 'r2', state: 'refused' },
      ],
    })
  })

  test('says of recipients that were in a lost try that it is unknown', () => {
    const { recipients, why } = afterAll([answered('delivered', 'waiting'), lost])

    expect(recipients?.map(({ state }) => state)).toEqual(['delivered', 'unknown'])
    expect(why).toBe('the worker went away')
  })

  const states = fc.constantFrom<Recipient['state']>('delivered', 'waiting', 'refused', 'unknown')
  const anyTry = fc.oneof(fc.tuple(states, states, states), fc.constant(lost), fc.constant(notSent))

  test('gives nobody more than two copies, whatever its tries tell', () => {
    fc.assert(
      fc.property(fc.array(anyTry, { minLength: 1, maxLength: 12 }), (told) => {
        const copies = new Map([0, 1, 2].map((nth) => [`r${nth}`, 0]))
        const most = mostUnknownTries.mail
        let delivery = nothingYet
        let last: Try = lost
        for (const each of told) {
          if (delivery.tries > 0 && pauseMs(delivery, { patience, most, tried: last }) === null) break
          const left = delivery.recipients
            ?.filter((one) => isLeft(one, delivery, most))
            .map(({ recipient }) => recipient)
          const asked = left ?? [...copies.keys()]
          const tried = narrowed(each, asked)
          for (const one of asked) if (mayHaveCome(tried, one)) copies.set(one, (copies.get(one) ?? 0) + 1)
          delivery = afterTry(delivery, tried, most)
          last = tried
        }
        expect(Math.max(...copies.values())).toBeLessThanOrEqual(2)
      }),
    )
  })
})

/** A try as its activity would answer it: only for those who are asked. */
function narrowed(told: Try | readonly Recipient['state'][], asked: readonly string[]): Try {
  if ('kind' in told) return told
  const recipients = told
    .map((state, nth) => ({ recipient: `r${nth}`, state, why: '' }))
    .filter(({ recipient }) => asked.includes(recipient))
  return { kind: 'answered', messageId: '<m@x>', recipients }
}

function mayHaveCome(tried: Try, one: string): boolean {
  if (tried.kind !== 'answered') return tried.kind === 'lost'
  const state = tried.recipients.find(({ recipient }) => recipient === one)?.state
  return state === 'delivered' || state === 'unknown'
}
