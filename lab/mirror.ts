import { mkdir, rm, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Image } from '../compose/images/image.ts'
import type { NightClock } from './clock.ts'
import type { LabCompose } from './nightly.ts'
import type { Minute } from './script.ts'

/** The files of a mirror. They appear when a night's composes are synced. */
export interface MirrorFiles {
  /** The folder that a daemon serves. */
  readonly root: string
  /** Stops the sync. Rejects if a step of it failed. */
  close(): Promise<void>
}

/** Fills a folder with the composes' images at the minutes of their scripts: sparse files of full size. */
export async function startMirrorFiles(
  root: string,
  composes: readonly LabCompose[],
  clock: NightClock,
): Promise<MirrorFiles> {
  await mkdir(root, { recursive: true })
  let done: Promise<void> = Promise.resolve()
  const callOff = composes.flatMap((compose) =>
    syncs(compose).map(({ at, images }) =>
      clock.at(at, () => {
        done = done.then(() => place(root, compose, images))
      }),
    ),
  )
  return {
    root,
    async close() {
      callOff.forEach((off) => off())
      await done
    },
  }
}

function syncs({ script, images }: LabCompose): readonly { at: Minute; images: readonly Image[] }[] {
  const { halfAt, allAt } = script.mirror
  const half = images.slice(0, Math.ceil(images.length / 2))
  return [
    ...(halfAt === null ? [] : [{ at: halfAt, images: half }]),
    ...(allAt === null ? [] : [{ at: allAt, images }]),
  ]
}

async function place(root: string, { stream, version }: LabCompose, images: readonly Image[]): Promise<void> {
  const folder = join(root, 'fedora/linux/development', stream === 'rawhide' ? 'rawhide' : version)
  await rm(folder, { recursive: true, force: true })
  for (const { path, size } of images) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, '')
    await truncate(file, size)
  }
}
