import { existsSync } from 'node:fs'
import { runProcess, root } from './run-process.ts'

const version = '6.1.4'
const folder = `${root}.tools/fedfind-${version}`

/** A Python that has fedfind, installed into a folder of our own where it is not yet; null where it cannot be. */
export async function pythonWithFedfind(): Promise<string | null> {
  const python = `${folder}/bin/python`
  if (existsSync(`${folder}/bin/fedfind`)) return python
  const made = await attempt('python3', ['-m', 'venv', folder])
  const installed =
    made && (await attempt(python, ['-m', 'pip', 'install', '--quiet', `fedfind==${version}`]))
  return installed ? python : null
}

async function attempt(program: string, args: readonly string[]): Promise<boolean> {
  try {
    return (await runProcess(program, args)).code === 0
  } catch {
    return false
  }
}
