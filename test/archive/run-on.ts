import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { installDebianPackage } from '../debian-package.ts'

const [which] = process.argv.slice(2)

process.exitCode = which === undefined ? both() : isKind(which) ? suiteOn(which) : usage()

type Kind = 'npm' | 'system'

function isKind(word: string): word is Kind {
  return word === 'npm' || word === 'system'
}

function both(): number {
  return Math.max(suiteOn('npm'), suiteOn('system'))
}

function usage(): number {
  console.error('usage: npm run test:archive [-- npm|system]')
  return 2
}

/** Runs the tests of the archive on one of the two kinds of PostgreSQL; answers the exit code. */
function suiteOn(kind: Kind): number {
  if (kind === 'system' && !hasSystem() && !installDebianPackage('postgresql')) {
    console.log(
      'skipped: the archive on the PostgreSQL of the system (there is none; root can install it on Debian)',
    )
    return 0
  }
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--mode', 'archive']
  return run(process.execPath, vitest, { NIGHTJAR_TEST_POSTGRES: kind })
}

function hasSystem(): boolean {
  return globSync('/usr/lib/postgresql/*/bin').length > 0
}

/** The exit code of a command; 1 for one that cannot be run. */
function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): number {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...environment } })
  return status ?? 1
}
