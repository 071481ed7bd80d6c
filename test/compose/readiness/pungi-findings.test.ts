import { expect, test } from 'vitest'
import { judgeCompleteness } from '../../../compose/readiness/completeness.ts'
import type {
  KojiLook,
  MetadataLook,
  MirrorLook,
  Observation,
  StatusLook,
} from '../../../compose/readiness/observation.ts'
import { silent, whole } from '../any-observation.ts'

test.each<[StatusLook, string, string]>([
  [{ kind: 'said', status: 'FINISHED' }, 'complete', 'STATUS is FINISHED'],
  [{ kind: 'said', status: 'STARTED' }, 'waiting', 'STATUS is STARTED'],
  [{ kind: 'said', status: 'DOOMED' }, 'dead', 'STATUS is DOOMED'],
  [{ kind: 'said', status: 'TERMINATED' }, 'dead', 'STATUS is TERMINATED'],
  [
    { kind: 'said', status: 'finished' },
    'waiting',
    'STATUS is "finished", a word that Nightjar does not know: look into it',
  ],
  [{ kind: 'said', status: '' }, 'waiting', 'STATUS is "", a word that Nightjar does not know: look into it'],
  [
    { kind: 'said', status: 'constructor' },
    'waiting',
    'STATUS is "constructor", a word that Nightjar does not know: look into it',
  ],
  [{ kind: 'absent' }, 'waiting', 'there is no STATUS yet'],
  [silent, 'waiting', 'STATUS could not be read (fault 1014: planned outage)'],
])('with STATUS %j the compose is %s', (status, kind, said) => {
  expect(verdict({ ...whole, status }, 0)).toEqual([kind, said])
})

test.each<[MetadataLook, string, string]>([
  [
    { kind: 'read', images: 9, digest: 'a', before: null },
    'waiting',
    'images.json lists 9 images, seen for the first time',
  ],
  [
    { kind: 'read', images: 9, digest: 'a', before: 'b' },
    'waiting',
    'images.json has changed since the last look',
  ],
  [{ kind: 'read', images: 0, digest: 'a', before: 'a' }, 'waiting', 'images.json lists no image'],
  [{ kind: 'absent' }, 'waiting', 'there is no images.json yet'],
  [{ kind: 'garbled', why: 'JSON cut off' }, 'waiting', 'images.json is not whole (JSON cut off)'],
  [silent, 'waiting', 'images.json could not be read (fault 1014: planned outage)'],
])('with metadata %j the compose is %s', (metadata, kind, said) => {
  expect(verdict({ ...whole, metadata }, 1)).toEqual([kind, said])
})

const minute = 60_000

test.each<[number, string, string]>([
  [5 * minute - 1, 'waiting', 'images.json lists 9 images, seen for the first time'],
  [5 * minute, 'complete', 'images.json lists 9 images, unchanged for 5 minutes'],
  [119 * minute, 'complete', 'images.json lists 9 images, unchanged for 119 minutes'],
  [120 * minute - 1, 'complete', 'images.json lists 9 images, unchanged for 119 minutes'],
  [120 * minute, 'complete', 'images.json lists 9 images, unchanged for 2 hours'],
  [239 * minute, 'complete', 'images.json lists 9 images, unchanged for 3 hours'],
])('metadata that is new to Nightjar and %i ms old on the server is %s', (ageMs, kind, said) => {
  const metadata = { kind: 'read', images: 9, digest: 'a', before: null, ageMs } as const

  expect(verdict({ ...whole, metadata }, 1)).toEqual([kind, said])
})

test('metadata that the server has had for long enough may differ from the last look', () => {
  const metadata = { kind: 'read', images: 9, digest: 'a', before: 'b', ageMs: 5 * minute } as const

  expect(verdict({ ...whole, metadata }, 1)[0]).toBe('complete')
})

test('metadata that is the same in two looks may have any age', () => {
  const metadata = { kind: 'read', images: 9, digest: 'a', before: 'a', ageMs: 0 } as const

  expect(verdict({ ...whole, metadata }, 1)).toEqual([
    'complete',
    'images.json lists 9 images, the same over two looks',
  ])
})

test('metadata without an image is not complete at any age', () => {
  const metadata = { kind: 'read', images: 0, digest: 'a', before: null, ageMs: 600 * minute } as const

  expect(verdict({ ...whole, metadata }, 1)).toEqual(['waiting', 'images.json lists no image'])
})

test('a compose of one image is complete when the mirror has it', () => {
  const one = {
    ...whole,
    metadata: { kind: 'read', images: 1, digest: 'a', before: 'a' },
    mirror: { kind: 'listed', wanted: 1, present: 1 },
  } as const

  expect(judgeCompleteness(one).kind).toBe('complete')
})

test.each<[KojiLook, string, string]>([
  [{ kind: 'counted', total: 41, open: 3, failed: 0 }, 'waiting', '3 of 41 Koji tasks are open'],
  [{ kind: 'counted', total: 1, open: 1, failed: 0 }, 'waiting', '1 of 1 Koji tasks is open'],
  [{ kind: 'counted', total: 0, open: 0, failed: 0 }, 'waiting', 'Koji has no task of this compose yet'],
  [
    { kind: 'counted', total: Number.NaN, open: 0, failed: 0 },
    'waiting',
    'Koji has no task of this compose yet',
  ],
  [{ kind: 'unasked', why: 'STATUS is STARTED' }, 'waiting', 'Koji is asked later (STATUS is STARTED)'],
  [{ kind: 'waived' }, 'complete', 'Koji is not asked'],
  [silent, 'waiting', 'Koji did not answer (fault 1014: planned outage)'],
])('with Koji %j the compose is %s', (koji, kind, said) => {
  expect(verdict({ ...whole, koji }, 2)).toEqual([kind, said])
})

test.each<[MirrorLook, string, string]>([
  [{ kind: 'listed', wanted: 12, present: 5 }, 'waiting', 'the mirror has 5 of 12 wanted images'],
  [
    {
      kind: 'listed',
      wanted: 12,
      present: 11,
      said: 'mirror has 11 of 12 wanted images; KDE live x86_64 is not there',
    },
    'waiting',
    'the mirror has 11 of 12 wanted images; KDE live x86_64 is not there',
  ],
  [
    { kind: 'listed', wanted: 0, present: 0 },
    'waiting',
    'it is not known yet which images the mirror should have',
  ],
  [{ kind: 'absent' }, 'waiting', 'the mirror does not have the compose yet'],
  [
    { kind: 'partial', why: 'rsync ended with 23' },
    'waiting',
    'the mirror could be listed only in part (rsync ended with 23)',
  ],
  [{ kind: 'unasked', why: 'STATUS is STARTED' }, 'waiting', 'the mirror is asked later (STATUS is STARTED)'],
  [{ kind: 'waived' }, 'complete', 'the mirror is not asked'],
  [silent, 'waiting', 'the mirror did not answer (fault 1014: planned outage)'],
])('with the mirror %j the compose is %s', (mirror, kind, said) => {
  expect(verdict({ ...whole, mirror }, 3)).toEqual([kind, said])
})

function verdict(seen: Observation, condition: number): readonly unknown[] {
  const { kind, reasons } = judgeCompleteness(seen)
  return [kind, reasons[condition]]
}
