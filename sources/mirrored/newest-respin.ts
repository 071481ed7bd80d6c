import { ClientFailure } from '../../clients/failure.ts'
import { isCalendarDate } from '../../compose/naming/calendar.ts'
import type { ComposeRef } from '../../compose/naming/compose-ref.ts'
import { byText } from '../../compose/by-text.ts'
import { respinFolder } from '../../compose/places/respin-folder.ts'
import type { ComposeSource } from '../compose-tools.ts'
import { listedImages } from './listed-images.ts'

/** A round of live respins: its release and date are in the names of its images only. */
export type Respin = ComposeRef & { readonly kind: 'respin' }

/** Which respins are looked for; all where nothing is said. */
export interface RespinSearch {
  readonly release?: number
  /** `YYYYMMDD` */
  readonly date?: string
}

/**
 * The newest live respins on the mirror, for one request. Null if there are none, of that release and date.
 * @throws ClientFailure if the mirror does not answer.
 */
export async function findRespin(
  source: Pick<ComposeSource, 'tree' | 'sites'>,
  { release, date }: RespinSearch,
): Promise<Respin | null> {
  const images = await listedImages(source, respinFolder(source.sites))
  const rounds = images
    .map(({ path }) => readName(path))
    .filter((round) => round !== null)
    .filter((round) => release === undefined || round.release === release)
    .filter((round) => date === undefined || round.date === date)
  return rounds.toSorted((a, b) => byText(a.date, b.date) || a.release - b.release).at(-1) ?? null
}

/** Like {@link findRespin}, of any release and date. @throws ClientFailure `absent` if there are none */
export async function newestRespin(source: Pick<ComposeSource, 'tree' | 'sites'>): Promise<Respin> {
  const newest = await findRespin(source, {})
  if (newest) return newest
  const folder = respinFolder(source.sites)
  throw new ClientFailure('absent', "the mirror's image lists", `no live respins below ${folder}`)
}

/** `F43-KDE-x86_64-LIVE-20251215.iso` */
function readName(path: string): Respin | null {
  const [, release, date] = /^F([1-9]\d{0,3})-[^/]+-(\d{8})\.iso$/i.exec(path) ?? []
  if (release === undefined || date === undefined || !isCalendarDate(date)) return null
  return { kind: 'respin', release: Number(release), date }
}
