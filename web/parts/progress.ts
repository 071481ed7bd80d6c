import type { NightLine } from '../../archive/queries/night-lines.ts'
import { markup, type Markup } from '../../report/html/markup.ts'
import { minuteOf } from '../../report/minute.ts'
import { nightLink } from './night-link.ts'
import { wordOf } from './verdict.ts'

/** The latest night of a list that has no report yet and goes on; null where there is none. */
export function runningNight(nights: readonly NightLine[]): NightLine | null {
  return nights.find((night) => wordOf(night) === 'open') ?? null
}

/** Where a running night stands, why, and as of when. */
export function progressWords({ run, compose, heard, openedAt }: NightLine): Markup {
  const night = nightLink(run)
  const what = compose === null ? markup`` : markup`, ${compose}`
  const said =
    heard === null
      ? markup`opened ${minuteOf(openedAt)}, nothing heard yet`
      : markup`stage ${heard.stage}: ${heard.said}, as of ${minuteOf(heard.at)}`
  return markup`Now (${night}${what}): ${said}.`
}
