import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** How many folders of ended demos stay: each takes some tens of megabytes. */
const mostKept = 3

/** The time when a demo began, and its process. Names sort by time. */
const nameOfDemo = /^\d{8}T\d{6}-(?<pid>\d+)(?:-\d+)?$/

/**
 * Makes the folder of one demo, which no other demo uses. Deletes the folders of older demos that have ended,
 * but for the newest three.
 */
export async function makeDemoFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true })
  await deleteOld(parent)
  const began = new Date().toISOString().replaceAll(/[-:]|\.\d+Z$/g, '')
  const name = `${began}-${process.pid}`
  for (let nth = 1; ; nth++) {
    const folder = join(parent, nth === 1 ? name : `${name}-${nth}`)
    if (await isNew(folder)) return folder
  }
}

async function isNew(folder: string): Promise<boolean> {
  try {
    await mkdir(folder)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function deleteOld(parent: string): Promise<void> {
  const ended = (await readdir(parent)).filter((name) => hasEnded(name)).toSorted()
  for (const name of ended.slice(0, -mostKept)) await rm(join(parent, name), { recursive: true, force: true })
}

/** Whether a folder is that of a demo whose process is gone. */
function hasEnded(name: string): boolean {
  const pid = nameOfDemo.exec(name)?.groups?.['pid']
  return pid !== undefined && !isRunning(Number(pid))
}

/** Signal 0 only asks. A process of another user answers that it may not be signalled, so it runs. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
