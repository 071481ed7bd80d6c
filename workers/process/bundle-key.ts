import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { rooms as roomsFolder } from '../folders.ts'

/** The rooms that the workflows take code from; of the others they import types only. */
const rooms = ['workflows', 'compose']

/** The packages that are bundled with them, or that bundle them. */
const packages = ['@temporalio/worker', '@temporalio/workflow', '@temporalio/common']

const sources = '**/*.{ts,js}'

/** A hash of all that the bundle of the workflows is made from. */
export function bundleKey(folder: string = roomsFolder): string {
  const hash = createHash('sha256')
  for (const room of rooms) {
    for (const file of globSync(sources, { cwd: join(folder, room) }).toSorted()) {
      hash
        .update(`${room}/${file}\0`)
        .update(readFileSync(join(folder, room, file)))
        .update('\0')
    }
  }
  for (const name of packages) hash.update(`${name} ${versionOf(name)}\0`)
  return hash.digest('hex').slice(0, 16)
}

function versionOf(name: string): string {
  const { version }: { version: string } = createRequire(import.meta.url)(`${name}/package.json`)
  return version
}
