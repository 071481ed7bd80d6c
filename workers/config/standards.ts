import type { SizeLimits } from '../../compose/images/size-limit.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { fedoraRequirements } from '../../jobs/compare/required.ts'
import type { Standards } from '../../jobs/verdict/standards.ts'
import type { Config } from './config-schema.ts'

/** What the composes of each stream are held to, by a configuration. */
export function standardsOf({ verdict }: Pick<Config, 'verdict'>): Readonly<Record<Stream, Standards>> {
  const { new_failures: newFailures, degraded_not_run: degraded, unknown_not_run: unknown } = verdict
  const thresholds = { newFailures, degradedNotRun: degraded / 100, unknownNotRun: unknown / 100 }
  const of = (stream: Stream): Standards => {
    const { required_tests: tests, required_images: images } = verdict[stream]
    const usual = fedoraRequirements[stream]
    const requirements = {
      tests: tests ?? usual.tests,
      areOwnTests: tests !== undefined,
      images: images ?? usual.images,
    }
    const system = { percent: verdict.system_percent, mebibytes: verdict.system_mebibytes }
    return { requirements, thresholds, sizeLimits: sizeLimitsOf(verdict.size_limits), system }
  }
  return { rawhide: of('rawhide'), branched: of('branched') }
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
