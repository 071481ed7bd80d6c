import type { Night } from '../../compose/naming/night.ts'
import { labStreams } from '../../lab/streams.ts'
import type { LabCompose } from '../../lab/nightly.ts'
import type { JobScript } from '../../lab/script.ts'
import { smallCompose } from './small-night.ts'

/** One of many nights, and the verdict it must come to. */
export interface OneOfMany {
  readonly night: Night
  /** Null on a night without one. */
  readonly compose: LabCompose | null
  readonly expects: 'passed' | 'degraded' | 'absent'
  /** Nights with the same number fail in the same test. */
  readonly kind: number
}

const flavor = 'Server-dvd-iso'

/** What the nights are, in turns. A test never fails for good in one kind and only at first in another. */
const kinds: readonly { readonly expects: OneOfMany['expects']; readonly jobs: readonly JobScript[] }[] = [
  { expects: 'passed', jobs: [] },
  { expects: 'passed', jobs: [{ flavor: 'universal', result: 'softfailed' }] },
  { expects: 'degraded', jobs: [{ flavor, test: 'base_services_start', result: 'failed' }] },
  { expects: 'passed', jobs: [{ flavor, test: 'base_selinux', result: 'failed', passesOnRestart: true }] },
  { expects: 'absent', jobs: [] },
  { expects: 'passed', jobs: [{ flavor: 'Server-boot-iso', result: 'incomplete', passesOnRestart: true }] },
  {
    expects: 'degraded',
    jobs: [{ flavor: 'Workstation-live-iso', test: 'base_services_start', result: 'failed' }],
  },
]

/** That many nights of both streams, from 2032 on. */
export function manyNights(count: number): readonly OneOfMany[] {
  return Array.from({ length: count }, (_, nth) => {
    const stream = labStreams[nth % labStreams.length] ?? 'rawhide'
    const date = new Date(Date.UTC(2032, 0, 1 + Math.floor(nth / labStreams.length)))
      .toISOString()
      .slice(0, 10)
    const night = { stream, date }
    const { expects, jobs } = kinds[nth % kinds.length] ?? { expects: 'passed', jobs: [] }
    return {
      night,
      expects,
      kind: nth % kinds.length,
      compose: expects === 'absent' ? null : smallCompose(night, jobs),
    }
  })
}
