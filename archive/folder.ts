import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { randomUUID } from 'node:crypto'

/**
 * Writes a file so that a reader sees the old one or the whole new one, never a half.
 * @param path relative to `folder`; one that would leave it is refused.
 */
export async function writeWhole(folder: string, path: string, text: string): Promise<string> {
  const target = inside(folder, path)
  await rename(await draft(target, text), target)
  return target
}

/** Writes a file, whole at once, only where none is; answers whether it did. */
export async function writeFirst(folder: string, path: string, text: string): Promise<boolean> {
  const target = inside(folder, path)
  const whole = await draft(target, text)
  try {
    await link(whole, target)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(whole)
  }
}

/** The text of a file, or null where there is none. */
export async function readIfThere(folder: string, path: string): Promise<string | null> {
  try {
    return await readFile(inside(folder, path), 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

async function draft(target: string, text: string): Promise<string> {
  const path = `${target}.${randomUUID()}.draft`
  await mkdir(dirname(target), { recursive: true })
  await writeFile(path, text)
  return path
}

function inside(folder: string, path: string): string {
  const relative = normalize(path)
  if (relative.startsWith('..') || relative.startsWith('/')) {
    throw new Error(`${path} leads out of the archive's folder`)
  }
  return join(folder, relative)
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
