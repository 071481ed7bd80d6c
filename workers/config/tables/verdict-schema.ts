import { z } from 'zod'
import { fedoraSizeLimits } from '../../../compose/images/size-limit.ts'
import { usualThresholds as usualSystem } from '../../../jobs/system/system-changes.ts'
import { usualThresholds } from '../../../jobs/verdict/thresholds.ts'
import { textLike } from './text-like.ts'

const percent = z
  .number()
  .min(0, 'expected a number of percent, from 0 to 100')
  .max(100, 'expected a number of percent, from 0 to 100')

/** `"Server dvd x86_64 4700000000"`: a kind of image, and bytes. */
const sizeLimit = textLike(
  /^\S+ \S+ \S+ [1-9]\d{0,14}$/,
  'expected "SUBVARIANT TYPE ARCH BYTES", where * stands for any word',
)

const usualLimits = Object.entries(fedoraSizeLimits).map(([name, bytes]) => `${name} ${bytes}`)

/** What composes are held to. */
export const verdictSchema = z
  .strictObject({
    new_failures: z
      .int()
      .min(1, 'expected a number of tests, at least 1')
      .default(usualThresholds.newFailures),
    degraded_not_run: percent.default(usualThresholds.degradedNotRun * 100),
    unknown_not_run: percent.default(usualThresholds.unknownNotRun * 100),
    size_limits: z.array(sizeLimit).default(usualLimits),
    system_percent: percent.default(usualSystem.percent),
    system_mebibytes: z.number().min(0, 'expected a number of MiB').default(usualSystem.mebibytes),
  })
  .prefault({})
