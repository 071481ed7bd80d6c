import { undashed } from '../compose/naming/calendar.ts'
import { formatComposeId, parseComposeId } from '../compose/naming/compose-id.ts'
import { imageName, type Image } from '../compose/images/image.ts'
import type { Stream } from '../compose/naming/stream.ts'
import { imageTable, type LabImage } from './image-table.ts'
import type { ComposeScript, Minute, LabScenario, StreamPlace } from './script.ts'

/** One compose of the lab tonight: its name, its images and its script. */
export interface LabCompose {
  readonly id: string
  readonly stream: Stream
  /** `Rawhide`, or a number. */
  readonly version: string
  /** Below the compose tree. */
  readonly folder: string
  readonly script: ComposeScript
  readonly images: readonly Image[]
}

/** Every compose of Pungi that a scenario makes on a date (`YYYY-MM-DD`). */
export function composesOf({ nights, branched }: LabScenario, date: string): readonly LabCompose[] {
  return nights.flatMap(({ stream, composes, made }) =>
    composes.map((script) => {
      const version = stream === 'rawhide' ? 'Rawhide' : String(branched)
      return labCompose({ stream, version, date, script, made })
    }),
  )
}

/** A compose of a date (`YYYY-MM-DD`), with all images except those missing in its script. */
export function labCompose({
  date,
  made,
  ...compose
}: Pick<LabCompose, 'stream' | 'version' | 'script'> & {
  readonly date: string
  readonly made?: StreamPlace | undefined
}): LabCompose {
  const { stream, script } = compose
  const usual = {
    form: `Fedora-${compose.version}-<date>.n.<respin>`,
    folder: stream,
    version: compose.version,
  }
  const { form, folder, version } = made ?? usual
  const named = form
    .replace('<release>', version)
    .replace('<date>', undashed(date))
    .replace('<respin>', String(script.respin))
  const id = formatComposeId(parseComposeId(named))
  return { ...compose, version, folder, id, images: imagesOf(id, version, script) }
}

/** The text of a compose's STATUS at a minute; null if there is none yet. */
export function statusAt({ statuses }: ComposeScript, minute: Minute): string | null {
  return statuses.findLast(({ at }) => at <= minute)?.status ?? null
}

function imagesOf(id: string, version: string, { missing }: ComposeScript): readonly Image[] {
  const date = id.split('-').at(-1) ?? ''
  return imageTable
    .flatMap((row) => row.arches.map((arch) => imageOf(row, arch, version, date)))
    .filter((image) => !missing.includes(imageName(image)))
}

function imageOf(row: LabImage, arch: string, version: string, date: string): Image {
  const { variant, subvariant, type, format } = row
  const folder = format === 'iso' ? 'iso' : 'images'
  const word = type === 'boot' ? 'netinst' : type.replace('dvd-ostree', 'ostree')
  const file = `Fedora-${subvariant.replaceAll('_', '-')}-${word}-${version}-${date}.${arch}.${format}`
  const size = row.size * 2 ** 20 + 4096 * (1 + arch.length)
  return {
    subvariant,
    type,
    format,
    arch,
    variant,
    path: `${variant}/${arch}/${folder}/${file}`,
    size,
    disc: 1,
  }
}
