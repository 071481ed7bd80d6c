import { describe, expect, test } from 'vitest'
import {
  lapMs,
  lapOptions,
  lateOptions,
  onceOptions,
  repeatableOptions,
  sendOptions,
} from '../../workflows/options.ts'
import { patience, type StagePatience } from '../../workflows/patience.ts'

const { find, complete, schedule, await: awaiting, watch } = patience
const stages: readonly StagePatience[] = [find, complete, schedule, awaiting, watch]
const begun = (stage: StagePatience) => ({ soFarMs: 0, leftMs: stage.deadlineMs })

describe('the patience with the real Fedora', () => {
  const policies = [
    ...stages.map((stage) => lapOptions(patience, stage, begun(stage))),
    ...stages.map((stage) => repeatableOptions(patience, stage, stage.deadlineMs)),
    onceOptions(patience),
    lateOptions(patience),
    sendOptions(patience),
  ]

  // An invalid policy fails the workflow's task, not the workflow, and is tried again for ever.
  test.each(policies)('has a retry policy that Temporal takes: %o', ({ retry = {} }) => {
    const {
      initialInterval = 1,
      maximumInterval = initialInterval,
      maximumAttempts = 1,
      backoffCoefficient = 1,
    } = retry

    expect(Number(maximumInterval)).toBeGreaterThanOrEqual(Number(initialInterval))
    expect(backoffCoefficient).toBeGreaterThanOrEqual(1)
    expect(maximumAttempts).toBeGreaterThanOrEqual(1)
  })

  test.each(policies)('bounds every activity: %o', (options) => {
    expect(options.startToCloseTimeout).toBeGreaterThan(0)
  })

  test('tries what acts outside once only', () => {
    expect(onceOptions(patience).retry).toEqual({ maximumAttempts: 1 })
    expect(sendOptions(patience).retry).toEqual({ maximumAttempts: 1 })
  })

  test.each(stages)(
    'has room for many looks in a lap and many laps in a stage: %o',
    ({ deadlineMs, lookMs, ...stage }) => {
      expect(stage.lapMs / 8).toBeGreaterThanOrEqual(2 * lookMs)
      expect(deadlineMs).toBeGreaterThanOrEqual(stage.lapMs)
      expect(lookMs).toBeGreaterThanOrEqual(60_000)
    },
  )
})

describe('a lap', () => {
  test.each([
    { soFarMs: 0, expected: 90 },
    { soFarMs: 60, expected: 120 },
    { soFarMs: 300, expected: 180 },
  ])('lasts $expected min after a wait of $soFarMs min', ({ soFarMs, expected }) => {
    const waited = { soFarMs: soFarMs * 60_000, leftMs: complete.deadlineMs }

    expect(lapMs(complete, waited) / 60_000).toBe(expected)
  })

  test('ends with its stage', () => {
    expect(lapMs(complete, { soFarMs: 13 * 3_600_000, leftMs: 3_600_000 })).toBe(3_600_000)
  })
})
