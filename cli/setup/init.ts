import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { databaseUrl as namedDatabase } from '../../workers/archive-place.ts'
import { home, launcher } from '../../workers/folders.ts'
import { exitCode, Interrupted, UsageError } from '../exit-code.ts'
import { openQuestions } from './ask.ts'
import { decide } from './decide.ts'
import type { NewFile, NewSetup } from './new-setup.ts'
import type { InitAnswers } from './questions.ts'
import { setupFiles } from './setup-files.ts'
import { inTheWay, writeFiles } from './write-files.ts'

interface InitOptions extends InitAnswers {
  readonly yes?: boolean
  readonly root?: string
  readonly force?: boolean
  readonly dryRun?: boolean
}

const help = `
Writes the configuration, the URL of the database to a file that only its owner can read, and systemd units: for the
machine below /etc, else below ~/.config. NIGHTJAR_DATABASE_URL is taken where --database-url is not given: other users
can see the arguments of a command. Ctrl-C writes nothing.

Examples:
  nightjar init
  nightjar init --yes --mail-host localhost --mail-from nightjar@example.org --mail-to qa@example.org
  nightjar init --yes --system --temporal temporal.example.org:7233 --dry-run

Exit codes: 0 the files are written, 1 others are in their way, 2 wrong usage, 130 Ctrl-C.`

/** `nightjar init` */
export function initCommand(): Command {
  return new Command('init')
    .description('Writes a configuration and systemd units, from answers or options. It overwrites nothing.')
    .option('-y, --yes', 'ask nothing: what no option says is as usual')
    .addOption(new Option('--system', 'for the whole machine; usual for root').conflicts('user'))
    .option('--user', 'for this user; usual for others')
    .option('--openqa-url <url>', 'the openQA server')
    .option('--arches <list>', 'the arches that are tested, with commas')
    .option('--temporal <host:port>', 'the Temporal server')
    .option('--temporal-ui <url>', "the URL of Temporal's web UI, for the links of reports")
    .option('--database-url <url>', "the archive's PostgreSQL database")
    .option('--mail-host <host>', 'the mail server')
    .option('--mail-from <address>', 'the sender of reports')
    .option('--mail-to <list>', 'who gets every report, with commas')
    .option('--root <folder>', 'write below this folder, for an image of a machine', '/')
    .option('--dry-run', 'show the files, write nothing')
    .option('--force', 'overwrite files that are there')
    .addHelpText('after', help)
    .action(init)
}

async function init({ yes, root = '/', force, dryRun, ...given }: InitOptions): Promise<void> {
  if (!yes && !(process.stdin.isTTY && process.stdout.isTTY)) {
    throw new UsageError(
      'there is no terminal to ask at: say --yes, and with --temporal, --database-url, --mail-host, --mail-from, --mail-to, --openqa-url, --arches and --system what is not as usual',
    )
  }
  using questions = yes ? null : openQuestions()
  const database = given.databaseUrl ?? namedDatabase({ archive: usualArchive })
  const known = { ...given, ...(database === null ? {} : { databaseUrl: database }) }
  const setup = await decide(known, questions)
  const files = filesOf(setup, root)
  if (dryRun) return console.log(shown(files))
  const there = force ? [] : inTheWay(files)
  if (there.length > 0) {
    console.error(`nightjar: nothing was written, as ${there.join(', ')} is there; --force overwrites it`)
    process.exitCode = exitCode.bad
    return
  }
  if (questions !== null) {
    console.log(`\n${shown(files)}`)
    const answer = await questions.ask('Write these files? yes or no', 'no')
    if (!/^y/i.test(answer)) throw new Interrupted('stopped; nothing was written')
  }
  writeFiles(files)
  const { nextCommands } = await import('./next-commands.ts')
  console.log(
    `Nightjar is set up: ${files.map(({ path }) => path).join(', ')}\n\n${nextCommands(setup, files)}`,
  )
}

/** No configuration is asked for a database. */
const usualArchive = { values_days: 1, jobs_days: 1, heard_days: 1 }

function filesOf(setup: NewSetup, root: string): readonly NewFile[] {
  const program = realpathSync(launcher)
  const units = join(home, 'deploy', 'systemd')
  const files = setupFiles(setup, { environment: process.env, program, units })
  return setup.where === 'machine' ? files.map((file) => ({ ...file, path: join(root, file.path) })) : files
}

function shown(files: readonly NewFile[]): string {
  return files
    .map(({ path, text, secret }) =>
      secret ? `== ${path} (mode 0600)\nset, not shown\n` : `== ${path} (mode 0644)\n${text}`,
    )
    .join('\n')
}
