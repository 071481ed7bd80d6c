import { cp, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import { home } from '../../workers/folders.ts'
import { rooms } from '../rooms.ts'

/** A step that only nights take which the next version started. */
const addedStep = 'a-step-of-the-next-version'

const before = 'await refuseSecondTime(context)'

/**
 * Makes the next version of the program in a folder: a copy whose nights take one step more, behind
 * `patched()`.
 */
export async function makeNextVersion(folder: string): Promise<void> {
  for (const room of Object.keys(rooms)) {
    if (room !== 'test') await cp(join(home, room), join(folder, room), { recursive: true })
  }
  for (const name of ['package.json', 'tsconfig.json']) await cp(join(home, name), join(folder, name))
  for (const name of ['node_modules', '.tools']) await symlink(join(home, name), join(folder, name))
  const path = join(folder, 'workflows/nightly.ts')
  const text = await readFile(path, 'utf8')
  if (!text.includes(before)) throw new Error(`${path} has no "${before}" any more`)
  const more = `  if (patched('${addedStep}')) await sleep(1)\n  ${before}`
  const changed = text
    .replace(`  ${before}`, more)
    .replace('import { CancellationScope,', 'import { CancellationScope, patched, sleep,')
  await writeFile(path, changed)
}

/** How many of some nights took the step of the next version. */
export async function nightsOfNextVersion(client: Client, ids: readonly string[]): Promise<number> {
  const histories = await Promise.all(ids.map((id) => client.workflow.getHandle(id).fetchHistory()))
  const took = histories.filter(({ events }) =>
    events?.some(({ markerRecordedEventAttributes: marker }) => marker?.markerName === 'core_patch'),
  )
  return took.length
}
