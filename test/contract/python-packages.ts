import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Puts packages of Python into a folder of their own, once; whether they are there then. */
export async function installPackages(folder: string, packages: readonly string[]): Promise<boolean> {
  return await installOnce(folder, (half) => pip(half, packages))
}

/** Fills a folder once, whole or not at all; whether it is there then. */
export async function installOnce(
  folder: string,
  install: (half: string) => Promise<void>,
): Promise<boolean> {
  if (existsSync(folder)) return true
  const half = `${folder}.${process.pid}`
  try {
    await mkdir(half, { recursive: true })
    await install(half)
    await rename(half, folder)
    return true
  } catch {
    return existsSync(folder)
  } finally {
    await rm(half, { recursive: true, force: true })
  }
}

/** Installs packages, or options of pip, into a folder. */
export async function pip(target: string, packages: readonly string[]): Promise<void> {
  await run('python3', ['-m', 'pip', 'install', '--quiet', '--no-input', '--target', target, ...packages], {
    timeout: 600_000,
  })
}
