import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeCompleteness } from '../../../compose/readiness/completeness.ts'
import type { TaskCount } from '../../../compose/koji/compose-tasks.ts'
import type { Observation } from '../../../compose/readiness/observation.ts'
import { anyObservation, silent, whole } from '../any-observation.ts'

test('a compose is complete when every condition is met, with one sentence for each condition', () => {
  expect(judgeCompleteness(whole)).toEqual({
    kind: 'complete',
    usable: true,
    reasons: [
      'STATUS is FINISHED_INCOMPLETE',
      'images.json lists 113 images, the same over two looks',
      'all 41 Koji tasks have ended, 2 of them FAILED',
      'the mirror has all 12 wanted images',
    ],
    findings: [
      { condition: 'status', kind: 'met', said: 'STATUS is FINISHED_INCOMPLETE' },
      { condition: 'metadata', kind: 'met', said: 'images.json lists 113 images, the same over two looks' },
      { condition: 'koji', kind: 'met', said: 'all 41 Koji tasks have ended, 2 of them FAILED' },
      { condition: 'mirror', kind: 'met', said: 'the mirror has all 12 wanted images' },
    ],
  })
})

test('a doomed compose is dead even if no other service answers', () => {
  const doomed = {
    ...whole,
    status: { kind: 'said', status: 'DOOMED' },
    koji: silent,
    mirror: silent,
  } as const

  expect(judgeCompleteness(doomed)).toMatchObject({ kind: 'dead', usable: false })
})

test('a service that does not answer is not the same as a service that says no', () => {
  const no = { kind: 'absent' } as const

  expect(kinds({ ...whole, status: silent, metadata: silent, koji: silent, mirror: silent })).toEqual(
    Array.from({ length: 4 }, () => 'unreachable'),
  )
  expect(kinds({ ...whole, status: no, metadata: no, mirror: no })).toEqual([
    'not-yet',
    'not-yet',
    'met',
    'not-yet',
  ])
})

test('every look gives one sentence for each condition, and only a complete compose is usable', () => {
  fc.assert(
    fc.property(anyObservation, (seen) => {
      const { kind, usable, reasons, findings } = judgeCompleteness(seen)

      expect(usable).toBe(kind === 'complete')
      expect(reasons).toHaveLength(seen.kind === 'pungi' ? 4 : 3)
      expect(findings.map(({ said }) => said)).toEqual(reasons)
      expect(reasons).not.toContain('')
    }),
  )
})

test('a compose is never usable if a service did not answer', () => {
  fc.assert(
    fc.property(anyObservation, fc.nat(), (seen, which) => {
      expect(judgeCompleteness(silenced(seen, which)).usable).toBe(false)
    }),
  )
})

test('one more open task never makes a compose complete', () => {
  fc.assert(
    fc.property(anyObservation, (seen) => {
      const before = judgeCompleteness(seen)
      const after = judgeCompleteness(withOneMoreOpen(seen))

      expect(after.usable && !before.usable).toBe(false)
      expect(after.usable && seen.koji.kind === 'counted').toBe(false)
    }),
  )
})

function kinds(seen: Observation): readonly string[] {
  return judgeCompleteness(seen).findings.map(({ kind }) => kind)
}

function silenced(seen: Observation, which: number): Observation {
  if (seen.kind === 'pungi') {
    const parts = ['status', 'metadata', 'koji', 'mirror'] as const
    return { ...seen, [parts[which % 4] ?? 'koji']: silent }
  }
  const [first = { arch: 'x86_64', file: silent }, ...rest] = seen.boot
  if (which % 3 === 0) return { ...seen, boot: [{ ...first, file: silent }, ...rest] }
  return which % 3 === 1 ? { ...seen, finish: silent } : { ...seen, koji: silent }
}

function withOneMoreOpen(seen: Observation): Observation {
  if (seen.kind === 'pungi') {
    return seen.koji.kind === 'counted' ? { ...seen, koji: { kind: 'counted', ...more(seen.koji) } } : seen
  }
  if (seen.koji.kind !== 'counted') return seen
  const last = seen.koji.looks.at(-1) ?? { total: 0, open: 0, failed: 0 }
  return { ...seen, koji: { ...seen.koji, looks: [...seen.koji.looks.slice(0, -1), more(last)] } }
}

function more(count: TaskCount): TaskCount {
  return { ...count, total: count.total + 1, open: count.open + 1 }
}
