import { byText } from '../by-text.ts'
import { dashed, isCalendarDate } from './calendar.ts'
import { Garbled } from '../garbled.ts'
import { quoted } from '../quoted.ts'

/** The types of composes, in the order in which Pungi sorts composes of one date. */
export const composeTypes = ['test', 'ci', 'nightly', 'production', 'development'] as const

/** One of {@link composeTypes}. */
export type ComposeType = (typeof composeTypes)[number]

/**
 * The parts of a compose id of Pungi: `Fedora-Rawhide-20261124.n.0`, `Fedora-43-updates-testing-20261124.0`,
 * `AlmaLinux-10-20261124.0`.
 */
export interface ComposeId {
  /** `Fedora`, `Fedora-Cloud`, `Fedora-EPEL`, …, in the letter case of the id. */
  readonly short: string
  /** `Rawhide`, `eln`, `44`, `10.1`, in the letter case of the id. */
  readonly version: string
  /** `updates`, `updates-testing`, or another version type of productmd. A plain release has none. */
  readonly versionType?: string
  /** `RHEL-9.4`: the product below, of a layered product such as `Supp-1.0-RHEL-9.4-20261124.0`. */
  readonly baseProduct?: string
  /** `Server`: productmd names the variant of a product whose composes have only one. */
  readonly variant?: string
  /** `YYYYMMDD`. */
  readonly date: string
  readonly type: ComposeType
  readonly respin: number
}

/** The suffix of each type. It follows the date in an id. */
export const typeSuffixes = {
  test: '.t',
  ci: '.ci',
  nightly: '.n',
  production: '',
  development: '.d',
} as const satisfies Record<ComposeType, string>

const longest = 120
const word = '[A-Z][A-Za-z0-9]*'
const release = '\\d+(?:\\.\\d+)*|[Rr]awhide|eln|ELN'
const shape = new RegExp(
  `^(?<short>${word}(?:-${word})*?)-(?<version>${release})` +
    '(?:-(?<versionType>[a-z][a-z0-9]*(?:-[a-z]+)*))?' +
    `(?:-(?<baseProduct>${word}-\\d+(?:\\.\\d+)*)|-(?<variant>${word}))?` +
    '-(?<date>\\d{8})(?<suffix>|\\.(?:t|ci|n|d))\\.(?<respin>0|[1-9]\\d{0,4})$',
)

/** Reads a text that is exactly one compose id. Null if it is not. */
export function readComposeId(text: string): ComposeId | null {
  const parts = text.length > longest ? undefined : shape.exec(text)?.groups
  if (!parts) return null
  const { short, version, versionType, baseProduct, variant, date, suffix, respin } = parts
  const type = composeTypes.find((each) => typeSuffixes[each] === suffix)
  if (!short || !version || !date || !type || !isCalendarDate(date)) return null
  return {
    short,
    version,
    ...(versionType && { versionType }),
    ...(baseProduct && { baseProduct }),
    ...(variant && { variant }),
    date,
    type,
    respin: Number(respin),
  }
}

/**
 * Like {@link readComposeId}.
 * @throws Garbled with the expected forms if the text is no compose id.
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

/** The id as Pungi writes it. An id that was parsed is written back unchanged. */
export function formatComposeId(id: ComposeId): string {
  return `${seriesName(id)}-${id.date}${typeSuffixes[id.type]}.${id.respin}`
}

/**
 * Sorts the oldest compose first: by date, then by type in the order of {@link composeTypes}, then by respin.
 * The result is 0 only for equal ids.
 */
export function compareComposeIds(a: ComposeId, b: ComposeId): number {
  return (
    byText(a.date, b.date) ||
    composeTypes.indexOf(a.type) - composeTypes.indexOf(b.type) ||
    a.respin - b.respin ||
    byText(seriesName(a), seriesName(b))
  )
}

/** The part of the id that all composes of one line share: `Fedora-Rawhide`, `Fedora-43-updates-testing`. */
export function seriesName(id: SeriesParts): string {
  const parts = [id.short, id.version, id.versionType, id.baseProduct, id.variant]
  return parts.filter((part) => part !== undefined).join('-')
}

type SeriesParts = Pick<ComposeId, 'short' | 'version' | 'versionType' | 'baseProduct' | 'variant'>

/** The UTC date of a compose, `YYYY-MM-DD`. */
export function composeDateOf({ date }: ComposeId): string {
  return dashed(date)
}
