import * as fc from 'fast-check'
import type {
  FileLook,
  KojiLook,
  MashObservation,
  MetadataLook,
  MirrorLook,
  Observation,
  PungiObservation,
  SettlingLook,
  StatusLook,
} from '../../compose/readiness/observation.ts'
import type { TaskCount } from '../../compose/koji/compose-tasks.ts'

/** A compose of Pungi that is complete. */
export const whole: PungiObservation = {
  kind: 'pungi',
  status: { kind: 'said', status: 'FINISHED_INCOMPLETE' },
  metadata: { kind: 'read', images: 113, digest: 'a', before: 'a' },
  koji: { kind: 'counted', total: 41, open: 0, failed: 2 },
  mirror: { kind: 'listed', wanted: 12, present: 12 },
}

/** A look at Koji's tasks. None of them is open. */
export const quiet = { total: 38, open: 0, failed: 1 }

/** A nightly of 2015 that is complete. */
export const night: MashObservation = {
  kind: 'mash',
  finish: { kind: 'present' },
  boot: [
    { arch: 'x86_64', file: { kind: 'present' } },
    { arch: 'i386', file: { kind: 'present' } },
  ],
  koji: { kind: 'counted', looks: [quiet, quiet, quiet], before: 38 },
}

/** A look that got no answer from its service. */
export const silent = { kind: 'unreachable', why: 'fault 1014: planned outage' } as const

/** Successive looks at the tasks of a nightly of 2015. */
export function counted(looks: readonly TaskCount[], before: number | null = 38) {
  return { kind: 'counted', looks, before } as const
}

const anyFile = fc.constantFrom<FileLook[]>(
  { kind: 'present' },
  { kind: 'present' },
  { kind: 'absent' },
  silent,
)
const anyCount = fc
  .record({ total: fc.constantFrom(0, 1, 38, 39), open: fc.constantFrom(0, 0, 0, 1), failed: fc.constant(0) })
  .map((count) => ({ ...count, open: Math.min(count.open, count.total) }))

const anyPungi: fc.Arbitrary<PungiObservation> = fc.record({
  kind: fc.constant('pungi'),
  status: fc.oneof(
    fc
      .constantFrom('STARTED', 'FINISHED', 'FINISHED_INCOMPLETE', 'DOOMED', 'TERMINATED', 'NEW')
      .map((status): StatusLook => ({ kind: 'said', status })),
    fc.constantFrom<StatusLook[]>({ kind: 'absent' }, silent),
  ),
  metadata: fc.constantFrom<MetadataLook[]>(
    whole.metadata,
    { kind: 'read', images: 113, digest: 'a', before: null },
    { kind: 'absent' },
    { kind: 'garbled', why: 'HTML' },
    silent,
  ),
  koji: fc.oneof(
    anyCount.map((count): KojiLook => ({ kind: 'counted', ...count })),
    fc.constantFrom<KojiLook[]>({ kind: 'waived' }, silent),
  ),
  mirror: fc.constantFrom<MirrorLook[]>(
    whole.mirror,
    { kind: 'listed', wanted: 12, present: 11 },
    { kind: 'absent' },
    { kind: 'partial', why: '23' },
    { kind: 'waived' },
    silent,
  ),
})

const anyMash: fc.Arbitrary<MashObservation> = fc.record({
  kind: fc.constant('mash'),
  finish: anyFile,
  boot: fc.array(fc.record({ arch: fc.constantFrom('x86_64', 'i386', 'armhfp'), file: anyFile }), {
    maxLength: 3,
  }),
  koji: fc.oneof(
    fc.record({
      kind: fc.constant('counted' as const),
      looks: fc.array(anyCount, { maxLength: 5 }),
      before: fc.constantFrom(null, 38),
    }),
    fc.constantFrom<SettlingLook[]>(counted([quiet, quiet, quiet]), { kind: 'waived' }, silent),
  ),
})

/** Any observation, including those of complete composes. */
export const anyObservation: fc.Arbitrary<Observation> = fc.oneof(
  anyPungi,
  anyMash,
  fc.constantFrom(whole, night),
)
