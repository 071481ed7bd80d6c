import { dateOf, isCalendarDate, undashed } from '../../compose/naming/calendar.ts'
import { composeNightId, nightId, nameOfNight } from '../../compose/naming/night.ts'
import { readNightDate } from '../../compose/naming/night-date.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { nightsOfDate } from '../../compose/streams/due-window.ts'
import type { StreamLine } from '../../compose/streams/stream-line.ts'
import type { Settings } from '../../workers/config/config.ts'
import { linesOf } from '../../workers/config/streams.ts'
import { nightOfMoment, timesOf } from '../../workers/due.ts'
import { UsageError } from '../exit-code.ts'
import { nightOfCompose } from './nightly-argument.ts'

/** Today's date in UTC, `YYYY-MM-DD`, as in compose ids. */
export function today(): string {
  return dateOf(new Date())
}

/** The date of `--date`. @throws UsageError for anything but a date of the calendar. */
export function readDate(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && isCalendarDate(undashed(text))) return text
  throw new UsageError(`expected a date such as ${today()}, not ${JSON.stringify(text.slice(0, 60))}`)
}

/** What a person names: a night without what all workflow ids have in common, or the compose at a URL. */
export function nameSaid(text: string): string {
  const [, atUrl] = /^https?:\/\/[^?#]*\/([^/?#]*\d{8}[^/?#]*)(?:\/compose)?\/*$/.exec(text) ?? []
  return atUrl ?? nameOfNight(text)
}

/** The start of a nightly's name: Pungi's, and those of 2015. */
const likeNightly = /^(?:[A-Z][A-Za-z]*-|Rawhide_|\d+_)/

/**
 * The workflow ids that a night may have which is named as `rawhide` (tonight's), `rawhide/2026-11-24`,
 * `eln/2026-11-24T02`, a nightly or its URL, or the id itself. A nightly is tested by a run of its own,
 * `rawhide/<nightly>`, or by a night of its date.
 * @throws UsageError that lists the forms.
 */
export function readNight(text: string, settings: Pick<Settings, 'streams'>): readonly string[] {
  const lines = linesOf(settings)
  const name = nameSaid(text)
  const [stream = '', rest, ...more] = name.split('/')
  if (lines.some((line) => line.name === stream) && more.length === 0) {
    if (rest === undefined) return [nightId(nightOfMoment(settings, stream, Date.now()))]
    if (likeNightly.test(rest)) return [runOf(stream, rest, lines)]
    return [nightId({ stream, ...(readNightDate(rest) ?? { date: readDate(rest) }) })]
  }
  if (likeNightly.test(name)) {
    const { stream: own, date } = nightOfCompose(name, lines)
    const nights = nightsOfDate(own, timesOf(settings, own), date)
    return [composeNightId(own, name), ...nights.map(nightId)]
  }
  throw new UsageError(
    `expected a night such as rawhide, branched/${today()} or a compose id, not ${JSON.stringify(text.slice(0, 60))} (streams: ${lines.map((line) => line.name).join(', ')})`,
  )
}

/**
 * Whether a night is meant that was found by one of the ids of a name. Several nights may be of the date of a
 * compose: only the one that has it is.
 */
export function isMeant(name: string, [own, ...ofDate]: readonly string[]) {
  return (run: string, compose: string | null): boolean =>
    ofDate.length < 2 || run === own || compose === nameSaid(name)
}

function runOf(stream: Stream, nightly: string, lines: readonly StreamLine[]): string {
  if (nightOfCompose(nightly, lines).stream === stream) return composeNightId(stream, nightly)
  throw new UsageError(`${nightly} is not a nightly of ${stream}`)
}
