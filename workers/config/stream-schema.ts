import { z } from 'zod'
import { candidates } from '../../compose/naming/candidate.ts'
import { isIdForm } from '../../compose/naming/id-form.ts'
import { isStreamName, type Stream } from '../../compose/naming/stream.ts'
import { builtInLines } from '../../compose/streams/built-in-lines.ts'
import { isTimeOfDay, isTimeZone } from '../../compose/streams/due-times.ts'
import { duration } from './duration.ts'
import { arches, image, test } from './tested.ts'
import { textLike } from './tables/text-like.ts'

const clock = z.string().refine(isTimeOfDay, 'expected a time of day such as "05:15"')
const clocks = z
  .array(clock)
  .min(1, 'expected at least one time of day')
  .refine(areApart, 'expected distinct hours: times that are at least an hour apart, also over midnight')
const hours = z
  .union([clocks, clock], { error: 'expected a time of day such as "05:15", or a list of them' })
  .transform((times): readonly string[] => (typeof times === 'string' ? [times] : times))
const zone = z.string().refine(isTimeZone, 'expected a time zone such as "UTC" or "Europe/Prague"')
const folder = textLike(
  /^(?:[\w-]+|<version>)(?:\/(?:[\w-]+|<version>))*$/,
  'expected a folder below the compose tree, such as "iot" or "<version>"',
)
const form = z
  .string()
  .refine(isIdForm, 'expected the form of ids, such as "Fedora-IoT-<release>-<date>.<respin>"')
const release = z.union([z.enum(['branched', 'current', 'rawhide']), z.int().min(1)], {
  error: 'expected "branched", "current", "rawhide" or a number such as 44',
})
const title = z
  .string()
  .min(1)
  .max(60, 'expected at most 60 characters')
  .regex(/^(?:<version>|[^<>])*$/, 'expected no "<" and ">" but in "<version>"')
const stage = z
  .strictObject({ deadline: duration })
  .transform(({ deadline }) => ({ deadlineMs: deadline }))
  .optional()
/** Only deadlines: Koji's answers are cached for half of the common time between two looks. */
const patience = z
  .strictObject({
    find: stage,
    complete: stage,
    schedule: stage,
    await: stage,
    watch: stage,
    open: duration.optional(),
    respins: stage,
  })
  .transform(({ open: openMs, ...stages }) => ({ ...stages, openMs }))
/** A table of one stream. What it leaves out is as for the built-in stream of its name, if there is one. */
const table = z.strictObject({
  /** When its night starts: the hour when its compose is due, or a list of them, each with a night. */
  at: hours.optional(),
  zone: zone.optional(),
  /** How long after that a night may report; `never` is null. */
  report_within: z
    .literal('never')
    .transform(() => null)
    .or(duration)
    .optional(),
  /** Those that block a Fedora release by default. */
  required_tests: z.array(test).optional(),
  required_images: z.array(image).optional(),
  /** The file of the images that its composes should have; by default fedfind's list, where it has one. */
  expected_images: z.string().min(1).optional(),
  /** As in `[openqa]`, `[koji]` and `[mirror]`, for this stream. */
  arches: arches.optional(),
  wanted: z.string().min(1).optional(),
  koji: z.boolean().optional(),
  mirror: z.boolean().optional(),
  /** How reports name it. */
  title: title.optional(),
  folder: folder.optional(),
  ids: z.array(form).min(1, 'expected at least one form of ids').optional(),
  release: release.optional(),
  /** As in `[patience]`, for this stream. */
  patience: patience.optional(),
})

/** The table of a stream in the configuration. */
export type StreamTable = z.output<typeof table>

/** The streams, by name. */
export const streamSchema = z
  .record(z.string(), table)
  .prefault({})
  .check(({ value, issues }) => {
    for (const [stream, of] of Object.entries(value)) {
      for (const [path, message] of mistakesIn(stream, of))
        issues.push({
          code: 'custom',
          path: [...path],
          input: path.length === 1 ? stream : undefined,
          message,
        })
      if (stream === candidates && typeof of.report_within === 'number')
        issues.push({
          code: 'custom',
          path: [stream, 'report_within'],
          input: `${of.report_within / 60_000} min`,
          message: 'expected "never", as no candidate is due at an hour',
        })
    }
  })

/** What is wrong with a stream as a whole, and where. */
function mistakesIn(
  stream: Stream,
  { ids, folder: place, release: named }: StreamTable,
): readonly (readonly [string[], string])[] {
  if (!isStreamName(stream))
    return [[[stream], 'expected the name of a stream, of small letters, digits and "-", such as "iot"']]
  const builtIn = builtInLines.map(({ name }) => name)
  if (builtIn.includes(stream)) return []
  const needed = Object.entries({ ids, folder: place }).filter(([, given]) => given === undefined)
  const why = `expected a value, as ${stream} is none of the built-in streams (${builtIn.join(', ')})`
  const missing = needed.map(([key]): readonly [string[], string] => [[stream, key], why])
  if (named !== undefined || !place?.includes('<version>')) return missing
  return [...missing, [[stream, 'release'], 'expected a value, as folder has <version>']]
}

/** Nights of one hour would have one name, in zones that are half an hour ahead too. */
function areApart(times: readonly string[]): boolean {
  const minutes = times
    .map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))
    .toSorted((a, b) => a - b)
  const [first = 0] = minutes
  return [...minutes.slice(1), first + 1440].every((minute, nth) => minute - (minutes[nth] ?? 0) >= 60)
}
