import { access, mkdir, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Command } from 'commander'
import { UnreadableFile, UsageError } from '../exit-code.ts'
import { takeInterruptions } from '../interruption.ts'
import { configOption, type ConfigOption } from '../options.ts'

const help = `
The copy has every page that "nightjar web" has now, but the form that asks which composes to compare. Its links are
relative: open index.html, or put the folder behind any web server. A folder that an earlier export made is replaced
at once, with all that was put into it since, when the new one is whole; another that is not empty is refused.

Examples:
  nightjar web export /srv/www/nightjar
  nightjar web export copy && xdg-open copy/index.html

Exit codes: 0 it is written, 1 a page or a file could not be made, 2 wrong usage, 3 the archive does not answer.`

/** The file that marks a folder as ours, to be replaced. */
const mark = '.nightjar-export'

/** `nightjar web export <folder>` */
export function exportCommand(): Command {
  return (
    new Command('export')
      .description('Writes a copy of all pages into a folder.')
      .argument('<folder>', 'where to; it is made')
      .addOption(configOption())
      .addHelpText('after', help)
      // What stands before or after the word "export" is one set of options.
      .action((folder: string, _: unknown, command: Command) => write(folder, command.optsWithGlobals()))
  )
}

async function write(named: string, { config }: ConfigOption): Promise<void> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  const { noDatabase, withUrl } = await import('../../workers/archive-place.ts')
  const { readingArchive } = await import('../../workers/reading-archive.ts')
  const { exportSite } = await import('../../web/export-site.ts')
  const { siteOf } = await import('./site-of.ts')
  const settings = loadConfig(config)
  const asked = resolve(named)
  const isThere = await isOurs(asked)
  // A link to the folder stays one.
  const folder = isThere ? await realpath(asked) : asked
  const fresh = `${folder}.new-${process.pid}`
  using interruption = takeInterruptions()
  await using _ = { [Symbol.asyncDispose]: () => rm(fresh, { recursive: true, force: true }) }
  const done = await withUrl(settings, async (url) => {
    await using reading = await readingArchive(url)
    await makeFolder(fresh)
    const written = await interruption.orSooner(exportSite(siteOf(settings, reading), fresh, tellProgress))
    await writeFile(join(fresh, mark), 'Made by "nightjar web export", which replaces this folder.\n')
    await swap(fresh, folder, isThere)
    return written
  })
  if (done === null) throw new UsageError(noDatabase)
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
  console.log(`wrote ${done.files} files to ${named}; begin with ${join(named, 'index.html')}`)
  for (const { path, why } of done.left) console.log(`left out ${path}: ${why}`)
}

/** Whether a folder is there. @throws UsageError where it has files that no export wrote */
async function isOurs(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new UnreadableFile(`${folder} is no folder that can be read: ${error.message}`)
  })
  if (names === null) return false
  if (names.length === 0 || names.includes(mark)) return true
  throw new UsageError(`${folder} has files of others; expected an empty folder, or one of an earlier export`)
}

/** Makes a folder and those above it. Node's way to do so never ends in /proc, which takes no folders. */
async function makeFolder(folder: string): Promise<void> {
  const above = dirname(folder)
  const isAbove = await access(above).then(
    () => true,
    () => false,
  )
  if (!isAbove) await makeFolder(above)
  await mkdir(folder).catch((error: unknown) => {
    throw new UsageError(`expected to make a folder in ${above}; write the copy elsewhere: ${String(error)}`)
  })
}

/** Puts a whole new folder in the place of the old one. */
async function swap(fresh: string, folder: string, isThere: boolean): Promise<void> {
  const old = `${folder}.old-${process.pid}`
  if (isThere) await rename(folder, old)
  await rename(fresh, folder)
  await rm(old, { recursive: true, force: true })
}

function tellProgress(files: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${files} files`)
}
