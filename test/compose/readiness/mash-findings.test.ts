import { expect, test } from 'vitest'
import { judgeCompleteness } from '../../../compose/readiness/completeness.ts'
import type { FileLook, Observation, SettlingLook } from '../../../compose/readiness/observation.ts'
import { counted, night, quiet, silent } from '../any-observation.ts'

test('a nightly of 2015 is complete when it has logs/finish, boot images and settled tasks', () => {
  expect(judgeCompleteness(night)).toMatchObject({
    kind: 'complete',
    usable: true,
    reasons: [
      'logs/finish is there',
      'boot.iso is there for x86_64, i386',
      'all 38 Koji tasks have ended, 1 of them FAILED',
    ],
  })
})

test.each<[FileLook, string, string]>([
  [{ kind: 'absent' }, 'waiting', 'there is no logs/finish yet'],
  [silent, 'waiting', 'logs/finish could not be read (fault 1014: planned outage)'],
])('with logs/finish %j the compose is %s', (finish, kind, said) => {
  expect(verdict({ ...night, finish }, 0)).toEqual([kind, said])
})

test.each<[string, FileLook['kind'], readonly FileLook[], string, string]>([
  [
    'before logs/finish',
    'absent',
    [{ kind: 'present' }, { kind: 'absent' }],
    'waiting',
    'there is no boot.iso of i386 yet',
  ],
  [
    'after logs/finish',
    'present',
    [{ kind: 'present' }, { kind: 'absent' }],
    'complete',
    'there is no boot.iso of i386, because pungify failed; the other arches have one',
  ],
  [
    'after logs/finish for every arch',
    'present',
    [{ kind: 'absent' }, { kind: 'absent' }],
    'dead',
    'there is no boot.iso of x86_64, i386, and none will come',
  ],
  [
    'or unreachable',
    'present',
    [{ kind: 'present' }, silent],
    'waiting',
    'boot.iso of i386 could not be looked for (fault 1014: planned outage)',
  ],
  ['because no arch is asked for', 'present', [], 'waiting', 'there is no boot.iso of any arch yet'],
])('a compose with a boot.iso missing %s has the right finding', (_, finish, files, kind, said) => {
  const boot = files.map((file, at) => ({ arch: at === 0 ? 'x86_64' : 'i386', file }))
  const looked = finish === 'present' ? ({ kind: 'present' } as const) : ({ kind: 'absent' } as const)

  expect(verdict({ ...night, boot, finish: looked }, 1)).toEqual([kind, said])
})

test.each<[string, SettlingLook, string, string]>([
  ['no task yet', counted([]), 'waiting', 'Koji has no task of this compose yet'],
  ['an open task', counted([quiet, quiet, { ...quiet, open: 2 }]), 'waiting', '2 of 38 Koji tasks are open'],
  [
    'one quiet look',
    counted([{ ...quiet, open: 1 }, quiet]),
    'waiting',
    'all 38 Koji tasks have ended; more may come, 1 of 3 looks showed the same',
  ],
  [
    'a task more than two looks ago',
    counted([{ ...quiet, total: 37 }, quiet, quiet]),
    'waiting',
    'all 38 Koji tasks have ended; more may come, 2 of 3 looks showed the same',
  ],
  [
    'three quiet looks after busier ones',
    counted([{ ...quiet, open: 1 }, quiet, quiet, quiet]),
    'complete',
    'all 38 Koji tasks have ended, 1 of them FAILED',
  ],
  [
    'fewer tasks than last night',
    counted([quiet, quiet, quiet], 39),
    'waiting',
    '38 Koji tasks have ended, but the night before had 39',
  ],
  [
    'no night before',
    counted([quiet, quiet, quiet], null),
    'complete',
    'all 38 Koji tasks have ended, 1 of them FAILED',
  ],
  [
    'Koji not asked yet',
    { kind: 'unasked', why: 'there is no logs/finish yet' },
    'waiting',
    'Koji is asked later (there is no logs/finish yet)',
  ],
  ['Koji silent', silent, 'waiting', 'Koji did not answer (fault 1014: planned outage)'],
  ['Koji not asked', { kind: 'waived' }, 'complete', 'Koji is not asked'],
])('a nightly of 2015 with %s', (_, koji, kind, said) => {
  expect(verdict({ ...night, koji }, 2)).toEqual([kind, said])
})

function verdict(seen: Observation, condition: number): readonly unknown[] {
  const { kind, reasons } = judgeCompleteness(seen)
  return [kind, reasons[condition]]
}
