import { existsSync } from 'node:fs'
import { root, runProcess } from './run-process.ts'

/**
 * A Python that has a package at a version, installed into a folder of our own where it is not yet; null where it
 * cannot be. The package's name is that of its folder in `.tools`, too.
 */
export async function pythonWith(name: string, version: string): Promise<string | null> {
  const folder = `${root}.tools/${name}-${version}`
  const python = `${folder}/bin/python`
  const ready = `${folder}/ready`
  if (existsSync(ready)) return python
  const made = await attempt('python3', ['-m', 'venv', folder])
  const installed =
    made && (await attempt(python, ['-m', 'pip', 'install', '--quiet', `${name}==${version}`]))
  return installed && (await attempt('touch', [ready])) ? python : null
}

async function attempt(program: string, args: readonly string[]): Promise<boolean> {
  try {
    return (await runProcess(program, args)).code === 0
  } catch {
    return false
  }
}
