import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Image } from '../compose/images/image.ts'
import type { NightClock } from './clock.ts'
import type { LabCompose } from './nightly.ts'
import type { Minute } from './script.ts'

/** The files of a mirror. They appear when a night's composes are synced. */
export interface MirrorFiles {
  /** The folder that a daemon serves. */
  readonly root: string
  /** Stops the sync. */
  close(): void
}

/**
 * Fills a folder with the composes' images at the minutes of their scripts: sparse files of full size. Each
 * step makes all its files at once, because one by one would take minutes on a busy machine.
 */
export function startMirrorFiles(
  root: string,
  composes: readonly LabCompose[],
  clock: NightClock,
): MirrorFiles {
  mkdirSync(root, { recursive: true })
  const synced = composes.filter((compose) => folderOf(compose) !== null)
  const callOff = synced.flatMap((compose) =>
    syncs(compose).map(({ at, images }) => clock.at(at, () => place(root, compose, images))),
  )
  return { root, close: () => callOff.forEach((off) => off()) }
}

function syncs({ script, images }: LabCompose): readonly { at: Minute; images: readonly Image[] }[] {
  const { halfAt, allAt } = script.mirror
  const half = images.slice(0, Math.ceil(images.length / 2))
  return [
    ...(halfAt === null ? [] : [{ at: halfAt, images: half }]),
    ...(allAt === null ? [] : [{ at: allAt, images }]),
  ]
}

/** Where the mirror has a compose; null if it has not. */
function folderOf({ stream, version, script: { label } }: LabCompose): string | null {
  if (label !== undefined) return `alt/stage/${version}_${label}`
  if (stream !== 'rawhide' && stream !== 'branched') return null
  return `fedora/linux/development/${stream === 'rawhide' ? stream : version}`
}

function place(root: string, compose: LabCompose, images: readonly Image[]): void {
  const folder = join(root, folderOf(compose) ?? compose.id)
  rmSync(folder, { recursive: true, force: true })
  for (const { path, size } of images) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, '')
    truncateSync(file, size)
  }
}
