import { byText } from '../by-text.ts'
import { dashed, isCalendarDate } from './calendar.ts'
import { Garbled } from '../garbled.ts'
import { quoted } from '../quoted.ts'
import type { Stream } from './stream.ts'

/** What a compose was made for, in the order Pungi sorts them within one date. */
export const composeTypes = ['test', 'ci', 'nightly', 'production', 'development'] as const

/** One of {@link composeTypes}. */
export type ComposeType = (typeof composeTypes)[number]

/**
 * Pungi's name of one compose, taken apart: `Fedora-Rawhide-20261124.n.0`,
 * `Fedora-43-updates-testing-20261124.0`.
 */
export interface ComposeId {
  /** `Fedora`, `Fedora-Cloud`, `Fedora-EPEL`, …, in the letters it was written with. */
  readonly short: string
  /** `Rawhide`, `eln`, `44`, `10.1`, in the letters it was written with. */
  readonly version: string
  /** `updates`, `updates-testing`, or another word of productmd; left out for a plain release. */
  readonly versionType?: string
  /** `YYYYMMDD`. */
  readonly date: string
  readonly type: ComposeType
  readonly respin: number
}

/** What each type adds to the date in an id. */
export const typeSuffixes = {
  test: '.t',
  ci: '.ci',
  nightly: '.n',
  production: '',
  development: '.d',
} as const satisfies Record<ComposeType, string>

const longest = 120
const release = '\\d+(?:\\.\\d+)*|[Rr]awhide|eln|ELN'
const shape = new RegExp(
  `^(?<short>(?:Fedora[A-Za-z0-9]*|FACD)(?:-[A-Z][A-Za-z0-9]*)*)-(?<version>${release})` +
    '(?:-(?<versionType>[a-z][a-z0-9]*(?:-[a-z]+)*))?' +
    '-(?<date>\\d{8})(?<suffix>|\\.(?:t|ci|n|d))\\.(?<respin>0|[1-9]\\d{0,4})$',
)

/** The compose that a text names wholly and exactly, null where it names none. */
export function readComposeId(text: string): ComposeId | null {
  const parts = text.length > longest ? undefined : shape.exec(text)?.groups
  if (!parts) return null
  const { short, version, versionType, date, suffix, respin } = parts
  const type = composeTypes.find((each) => typeSuffixes[each] === suffix)
  if (!short || !version || !date || !type || !isCalendarDate(date)) return null
  return {
    short,
    version,
    ...(versionType && { versionType }),
    date,
    type,
    respin: Number(respin),
  }
}

/**
 * Like {@link readComposeId}.
 * @throws Garbled that names the expected forms where the text is no compose id.
 */
export function parseComposeId(text: string): ComposeId {
  const id = readComposeId(text)
  if (id) return id
  throw new Garbled(
    'a compose id such as Fedora-Rawhide-20261124.n.0, Fedora-44-20261124.n.0, Fedora-44-20261124.0 ' +
      'or Fedora-44-updates-testing-20261124.0, with a day of the calendar',
    quoted(text),
  )
}

/** The id as Pungi writes it, letter for letter what was parsed. */
export function formatComposeId(id: ComposeId): string {
  return `${seriesName(id)}-${id.date}${typeSuffixes[id.type]}.${id.respin}`
}

/**
 * Oldest first: by date, then type as {@link composeTypes} orders them, then respin as a number; 0 only for
 * equals.
 */
export function compareComposeIds(a: ComposeId, b: ComposeId): number {
  return (
    byText(a.date, b.date) ||
    composeTypes.indexOf(a.type) - composeTypes.indexOf(b.type) ||
    a.respin - b.respin ||
    byText(seriesName(a), seriesName(b))
  )
}

/** What all composes of one line have in common: `Fedora-Rawhide`, `Fedora-43-updates-testing`. */
export function seriesName({
  short,
  version,
  versionType,
}: Pick<ComposeId, 'short' | 'version' | 'versionType'>): string {
  return [short, version, versionType].filter((part) => part !== undefined).join('-')
}

/** The stream a nightly belongs to; null for candidates, updates, ELN, Cloud and all other lines. */
export function streamOf({ short, version, versionType, type }: ComposeId): Stream | null {
  if (short !== 'Fedora' || type !== 'nightly' || versionType) return null
  if (version === 'Rawhide') return 'rawhide'
  return /^[1-9]\d*$/.test(version) ? 'branched' : null
}

/** The UTC date of a compose, `YYYY-MM-DD`. */
export function composeDateOf({ date }: ComposeId): string {
  return dashed(date)
}
