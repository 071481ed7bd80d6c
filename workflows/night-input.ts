import { ApplicationFailure } from '@temporalio/workflow'
import type { NightInput } from './night-run.ts'
import { daysBefore, isCalendarDate, undashed } from '../compose/naming/calendar.ts'
import { parseNightCompose } from '../compose/naming/mash-ref.ts'
import { dateOfCompose } from '../compose/naming/night-of.ts'
import { dateOfNight, type Night } from '../compose/naming/night.ts'
import { isTimeOfDay, isTimeZone, type DueTimes } from '../compose/streams/due-times.ts'
import { isStreamName, type Stream } from '../compose/naming/stream.ts'
import { quoted } from '../compose/quoted.ts'
import { readTakeover } from './orders/read-takeover.ts'
import type { ReportedCompose } from '../report/outcome.ts'
import { patience as usual, type Patience, type StagePatience } from './patience.ts'

/** The input of a night as a person may type it into Temporal's UI: what is left out gets its default. */
export interface TypedNight extends Omit<NightInput, 'patience'> {
  readonly patience?: Partial<Patience>
}

/** Reads the input of a night. @throws ApplicationFailure, final, that shows the form of the input */
export function readNightInput(input: unknown): NightInput {
  const given = members(input, 'the input')
  const { night, compose, respinOf, patience } = given
  const { stream, date, hour } = members(night, 'night')
  if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date) || !isCalendarDate(undashed(date)))
    throw wrong('night.date', 'a date such as "2026-11-24"', date)
  const read = {
    night: { stream: readStream(stream, 'night.stream'), date, ...readHour(hour) },
    patience: readPatience(patience),
    ...readLimits(given),
    ...readTakeover(given),
    ...readSpeaks(given['speaks']),
  }
  if (compose === undefined || compose === null) return read
  const ofCompose = { ...read, compose: readCompose(compose, read.night) }
  return respinOf === undefined ? ofCompose : { ...ofCompose, respinOf: readReported(respinOf) }
}

function readHour(hour: unknown): Pick<Night, 'hour'> {
  if (hour === undefined || hour === null) return {}
  if (typeof hour === 'string' && /^(?:[01]\d|2[0-3])$/.test(hour)) return { hour }
  throw wrong('night.hour', 'an hour in UTC such as "02", of a stream with several due hours', hour)
}

/** Reads the name of a stream. @throws ApplicationFailure, final */
export function readStream(stream: unknown, name: string): Stream {
  if (typeof stream === 'string' && isStreamName(stream)) return stream
  throw wrong(name, 'the name of a stream, such as "rawhide"', stream)
}

/**
 * Reads the due hours of a stream; one without them has nights of a date.
 * @throws ApplicationFailure, final
 */
export function readDue(due: unknown): DueTimes {
  if (due === undefined || due === null) return { at: [], zone: 'UTC' }
  const { at, zone } = members(due, 'due')
  const times: readonly unknown[] = Array.isArray(at) ? at : []
  const known = times.filter((time) => typeof time === 'string').filter(isTimeOfDay)
  if (times.length < 2 || known.length < times.length)
    throw wrong('due.at', 'times of day such as "02:00"', at)
  if (typeof zone === 'string' && isTimeZone(zone)) return { at: known, zone }
  throw wrong('due.zone', 'a time zone such as "UTC"', zone)
}

/** Reads limits, of which any may be left out. @throws ApplicationFailure, final */
export function readPatience(given: unknown): Patience {
  const read = named(usual, given, 'patience')
  const stage = (name: StageLimits) => {
    const place = `patience.${name}`
    const limits = named(usual[name], read[name], place)
    const limit = (key: keyof StagePatience) => readMs(usual[name][key], limits[key], `${place}.${key}`)
    return { deadlineMs: limit('deadlineMs'), lapMs: limit('lapMs'), lookMs: limit('lookMs') }
  }
  const limit = (name: Exclude<keyof Patience, StageLimits>) =>
    readMs(usual[name], read[name], `patience.${name}`)
  return {
    find: stage('find'),
    complete: stage('complete'),
    schedule: stage('schedule'),
    await: stage('await'),
    watch: stage('watch'),
    openMs: limit('openMs'),
    respins: stage('respins'),
    callMs: limit('callMs'),
    actMs: limit('actMs'),
    settleMs: limit('settleMs'),
    sendMs: limit('sendMs'),
    deliverMs: limit('deliverMs'),
  }
}

type StageLimits = 'find' | 'complete' | 'schedule' | 'await' | 'watch' | 'respins'

function readMs(usually: number, given: unknown, place: string): number {
  if (given === undefined) return usually
  // A deadline of nothing is one that has passed.
  const isPossible =
    typeof given === 'number' && (given > 0 || (given === 0 && place.endsWith('.deadlineMs')))
  if (isPossible && given <= Number.MAX_SAFE_INTEGER) return given
  throw wrong(place, 'milliseconds', given)
}

/** The members of an object that has no others than the usual ones. */
function named(usually: object, given: unknown, place: string): Readonly<Record<string, unknown>> {
  const read = members(given ?? {}, place)
  const strange = Object.keys(read).find((name) => !Object.hasOwn(usually, name))
  if (strange === undefined) return read
  throw wrong(`${place}.${strange}`, `one of ${Object.keys(usually).join(', ')}`, read[strange])
}

function readReported(value: unknown): ReportedCompose {
  const { compose, run } = members(value, 'respinOf')
  if (typeof run !== 'string') throw wrong('respinOf.run', 'a workflow id', run)
  if (typeof compose === 'string' || compose === null) return { compose, run }
  throw wrong('respinOf.compose', 'a compose id or null', compose)
}

/** Whether it is of the stream, only the configuration can tell. */
function readCompose(compose: unknown, night: Night): string {
  if (typeof compose !== 'string') throw wrong('compose', 'the id of a nightly', compose)
  try {
    if (datesOf(night).includes(dateOfCompose(parseNightCompose(compose)))) return compose
  } catch {
    throw wrong('compose', 'the id of a nightly', compose)
  }
  throw wrong('compose', `a compose of ${night.stream} ${dateOfNight(night)}`, compose)
}

/** The dates of a night's composes: a due window may begin before midnight, or end after it. */
function datesOf({ date, hour }: Night): readonly (string | null)[] {
  return hour === undefined ? [date] : [daysBefore(date, 1), date, daysBefore(date, -1)]
}

/** Reads whether a night speaks on the message bus. @throws ApplicationFailure, final */
export function readSpeaks(speaks: unknown): Pick<NightInput, 'speaks'> {
  if (speaks === true) return { speaks }
  if (speaks === undefined || speaks === null || speaks === false) return {}
  throw wrong('speaks', 'true or false', speaks)
}

function readLimits(given: Readonly<Record<string, unknown>>): Pick<NightInput, 'flavors' | 'arches'> {
  const flavors = readWords(given['flavors'], 'flavors')
  const arches = readWords(given['arches'], 'arches')
  return { ...(flavors && { flavors }), ...(arches && { arches }) }
}

function readWords(words: unknown, name: string): readonly string[] | null {
  if (words === undefined || words === null) return null
  const isList = Array.isArray(words) && words.length > 0
  if (isList && words.every((word) => typeof word === 'string' && word !== '')) return words
  throw wrong(name, `a list of ${name}`, words)
}

function members(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw wrong(name, 'an object', value)
}

function wrong(name: string, expected: string, arrived: unknown): ApplicationFailure {
  const form = '{"night": {"stream": "rawhide", "date": "2026-11-24"}}'
  const came = arrived === undefined ? 'nothing' : quoted(JSON.stringify(arrived))
  return ApplicationFailure.nonRetryable(
    `${name}: expected ${expected}, and ${came} came; a night is started with ${form}, and "compose" and "patience" where they differ`,
    'WrongInput',
  )
}
