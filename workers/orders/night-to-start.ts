import { dateOf } from '../../compose/naming/calendar.ts'
import { dateOfNight, type Night } from '../../compose/naming/night.ts'
import { readNightDate } from '../../compose/naming/night-date.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { isHourly, nightsDueOn } from '../../compose/streams/due-times.ts'
import type { Settings } from '../config/config.ts'
import { dueOf, nightOfMoment, timesOf } from '../due.ts'

/**
 * The night that a person wants to start: of a date, such as `2026-11-24` or `2026-11-24T02`, or without one
 * that of now. A text says why there is no such night.
 */
export function nightToStart(
  settings: Pick<Settings, 'streams'>,
  stream: Stream,
  asked: string | undefined,
  nowMs: number,
): Night | string {
  const now = nightOfMoment(settings, stream, nowMs)
  if (asked === undefined) return now
  const date = readNightDate(asked)
  if (date === null)
    return `expected a date such as ${dateOfNight(now)}, not ${JSON.stringify(asked.slice(0, 60))}`
  const night = { stream, ...date }
  const times = timesOf(settings, stream)
  if (!isHourly(times) && date.hour !== undefined)
    return `${stream} has one night a date; say --date ${date.date}`
  const dues = nightsDueOn(stream, times, date.date)
  if (isHourly(times) && !dues.some(({ hour }) => hour === date.hour)) return askHour(stream, dues)
  return isToCome(settings, night, now)
    ? `${asked} is yet to come (${nameOfNow(now, nowMs)}, UTC); a Schedule starts its night`
    : night
}

function askHour(stream: Stream, dues: readonly Night[]): string {
  const dates = dues.map(dateOfNight)
  return `${stream} has ${dues.length} nights on this date; say which: --date ${dates.join(', ')}`
}

/** A night begins when its compose is due; one of a date when that begins. */
function isToCome(settings: Pick<Settings, 'streams'>, night: Night, now: Night): boolean {
  return night.hour === undefined ? night.date > now.date : dueOf(settings, night) > dueOf(settings, now)
}

function nameOfNow(now: Night, nowMs: number): string {
  return now.hour === undefined ? `today is ${dateOf(new Date(nowMs))}` : `now is ${dateOfNight(now)}`
}
