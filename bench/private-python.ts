import { existsSync } from 'node:fs'
import { root, runProcess } from './run-process.ts'

/** A Python with a package, installed into `.tools/<name>-<version>` if needed; null if that fails. */
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
