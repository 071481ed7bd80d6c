import { undashed } from './calendar.ts'
import type { Stream } from './stream.ts'

/** One night of one stream. It exists from the hour when its compose is due, even if no compose comes. */
export interface Night {
  readonly stream: Stream
  /** The UTC date on which the compose is due, `YYYY-MM-DD`. */
  readonly date: string
  /** The UTC hour in which it is due, such as `02`; only where its stream has several due hours a day. */
  readonly hour?: string
}

/** The part of a night that its stream does not say. */
export type NightDate = Pick<Night, 'date' | 'hour'>

/** The id of the night's workflow: `nightly/rawhide/2026-11-24`, `nightly/eln/2026-11-24T02`. */
export function nightId(night: Night): string {
  return `nightly/${night.stream}/${dateOfNight(night)}`
}

/** The date of a night, with its hour where it has one: `2026-11-24`, `2026-11-24T02`. */
export function dateOfNight({ date, hour }: NightDate): string {
  return hour === undefined ? date : `${date}T${hour}`
}

/** The id of the run that tests one compose by name: `nightly/rawhide/Fedora-Rawhide-20261124.n.1`. */
export function composeNightId(stream: Stream, compose: string): string {
  return `nightly/${stream}/${compose}`
}

/** A night as people name it to a command: its workflow id without what all have in common. */
export function nameOfNight(id: string): string {
  return id.replace(/^nightly\//, '')
}

/** The date in the spelling of compose ids: `20261124`. */
export function composeDate({ date }: Night): string {
  return undashed(date)
}
