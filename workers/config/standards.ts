import type { SizeLimits } from '../../compose/images/size-limit.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { fedoraRequirements } from '../../jobs/compare/required.ts'
import type { Standards } from '../../jobs/verdict/standards.ts'
import type { Settings } from './config.ts'
import { findStream } from './streams.ts'

/** What the composes of a stream are held to, by a configuration. */
export function standardsOf(settings: Pick<Settings, 'verdict' | 'streams'>): (stream: Stream) => Standards {
  const { verdict } = settings
  const { new_failures: newFailures, degraded_not_run: degraded, unknown_not_run: unknown } = verdict
  const thresholds = { newFailures, degradedNotRun: degraded / 100, unknownNotRun: unknown / 100 }
  const system = { percent: verdict.system_percent, mebibytes: verdict.system_mebibytes }
  const sizeLimits = sizeLimitsOf(verdict.size_limits)
  return (stream) => {
    const own = findStream(settings, stream)
    const usual = fedoraRequirements(stream)
    const requirements = {
      tests: own?.required_tests ?? usual.tests,
      areOwnTests: own?.required_tests !== undefined,
      images: own?.required_images ?? usual.images,
    }
    return { requirements, thresholds, sizeLimits, system }
  }
}

/** `* dvd * 4700000000` as a name and bytes. */
function sizeLimitsOf(limits: readonly string[]): SizeLimits {
  return Object.fromEntries(
    limits.map((limit) => {
      const at = limit.lastIndexOf(' ')
      return [limit.slice(0, at), Number(limit.slice(at + 1))]
    }),
  )
}
