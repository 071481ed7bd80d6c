import { Garbled } from '../garbled.ts'
import { isCalendarDate } from '../naming/calendar.ts'
import { pathBelow, readPlainUrl } from '../places/plain-url.ts'
import { quoted } from '../quoted.ts'

/** A build of Fedora CoreOS for one arch. It is no compose of Pungi: its `meta.json` describes it. */
export interface CoreosBuild {
  /** `rawhide`, `testing-devel`, `stable`, … */
  readonly stream: string
  /** `36.20211123.91.0`: the release, the date of its packages, the number of the stream, the revision. */
  readonly id: string
  readonly release: number
  /** `YYYYMMDD` */
  readonly date: string
  readonly arch: string
}

/** The image that openQA tests, and its type there. */
export const liveIso = { name: 'live-iso', type: 'colive' } as const

/** What openQA knows a build by: `Fedora-CoreOS-36.20211123.91.0`. */
export function coreosName({ id }: Pick<CoreosBuild, 'id'>): string {
  return `Fedora-CoreOS-${id}`
}

/** The folder of a build, with its `meta.json` and its images. */
export function coreosFolder({ stream, id, arch }: CoreosBuild, base: string): string {
  return `${base}/${stream}/builds/${id}/${arch}`
}

/**
 * The build at a URL: its folder or its `meta.json`. Null if the URL is not below the site of Fedora CoreOS.
 * @throws Garbled if it is, but is of no build.
 */
export function readCoreosUrl(text: string, base: string): CoreosBuild | null {
  const url = readPlainUrl(text)
  const path = url && pathBelow(base, url)
  if (path === null) return null
  const { stream, id, arch } = placeBelow.exec(path)?.groups ?? {}
  const read = readCoreosId(String(id))
  if (read) return { ...read, stream: String(stream), arch: String(arch) }
  throw new Garbled(
    `the folder of a CoreOS build, ${base}/<stream>/builds/<build>/<arch>, with a build such as 36.20211123.91.0`,
    quoted(text),
  )
}

/** What the id of a build says. Null for another text. */
export function readCoreosId(id: string): Pick<CoreosBuild, 'id' | 'release' | 'date'> | null {
  const { release, date } = shape.exec(id)?.groups ?? {}
  return isCalendarDate(String(date)) ? { id, release: Number(release), date: String(date) } : null
}

const placeBelow = /^(?<stream>[a-z][a-z\d-]*)\/builds\/(?<id>[\d.]+)\/(?<arch>[a-z\d_]+)(?:\/meta\.json)?$/
const shape = /^(?<release>[1-9]\d{0,3})\.(?<date>\d{8})\.\d{1,5}\.\d{1,5}$/
