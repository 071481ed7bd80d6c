import { execFile, execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { startRsyncDaemon } from '../../lab/rsync-daemon.ts'
import { configFile } from '../config-file.ts'
import { haveRsync } from '../have-rsync.ts'
import { nightjar } from './nightjar.ts'
import { imagesOf, smallFedora } from './small-fedora.ts'

const id = 'Fedora-Rawhide-20261124.n.0'
const folder = `/compose/rawhide/${id}`
const files = {
  [`${folder}/STATUS`]: 'FINISHED\n',
  [`${folder}/compose/metadata/images.json`]: imagesOf(id),
}

test.each([
  ['nonsense', '--help'],
  ['help', 'nonsense'],
  ['nonsense'],
  ['archive', 'nonsense', '--help'],
  ['schedule', 'nonsense', '-h'],
])('%s %s %s is no command, exit code 2', async (...args) => {
  const { code, stdout, stderr } = await nightjar(...args)

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain("error: unknown command 'nonsense'")
})

test('a mistyped command is answered with the one that was perhaps meant', async () => {
  const { code, stderr } = await nightjar('rerunn', 'rawhide')

  expect({ code, stderr }).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('(Did you mean rerun?)'),
  })
})

test.each([[['help']], [['--help']], [['archive', '--help']], [['archive', 'help', 'import']]])(
  '%j is answered with the help',
  async (args) => {
    expect(await nightjar(...args)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Usage: nightjar/),
    })
  },
)

test.each([
  ['images', id, '--arch', ''],
  ['images', id, '--type', ' , '],
  ['images', id, '--subvariant', ''],
  ['images', id, '--payload', ''],
  ['images', id, '--search', ''],
  ['list', '--verdict', ''],
])('%s %s %s %j names nothing, exit code 2', async (...args) => {
  const { code, stdout, stderr } = await nightjar(...args)

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('expected at least one word')
})

test('a configuration that is a pipe is not waited for, exit code 2', async () => {
  await using config = await configFile('')
  const pipe = join(config.folder, 'pipe.toml')
  execFileSync('mkfifo', [pipe])

  const { code, stderr } = await nightjar('find', 'rawhide', '--config', pipe)

  expect(code).toBe(2)
  expect(stderr).toContain(
    `expected a TOML file at ${pipe}, but it cannot be read (it is not a regular file)`,
  )
})

test.each([
  'rsync://127.0.0.1',
  'rsync://127.0.0.1/../etc',
  'rsync://127.0.0.1/fedora buffet',
  'rsync://127.0.0.1/-e',
])('%s in the configuration is no place of rsync, exit code 2', async (place) => {
  await using config = await configFile(`[mirror]\nrsync = "${place}"\n`)

  const { code, stderr } = await nightjar('find', 'rawhide', '--config', config.file)

  expect(code).toBe(2)
  expect(stderr).toContain('mirror.rsync: expected ')
})

test.skipIf(!haveRsync)('a module that rsync does not have is a mistake, exit code 2', async () => {
  await using fedora = await smallFedora(files)
  await using stack = new AsyncDisposableStack()
  const daemon = stack.adopt(await startRsyncDaemon({ root: fedora.folder }), (started) => started.close())
  const config = join(fedora.folder, 'mirror.toml')
  const { url } = fedora.server
  const wrong = daemon.url.replace('fedora-buffet', 'fedora-bufet')
  await writeFile(
    config,
    `[compose]\ntree = "${url}/compose"\n[koji]\nrequired = false\n[mirror]\nrsync = "${wrong}"\n`,
  )

  const { code, stdout } = await nightjar('state', id, '--config', config)

  expect(stdout).toContain('is waiting')
  expect(stdout).toContain('fedora-bufet')
  expect(stdout).toContain('look at mirror.rsync in the configuration')
  expect(code).toBe(2)
})

test.skipIf(process.platform !== 'linux')('output that cannot be written is told, exit code 1', async () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const ended = promisify(execFile)(
    'sh',
    ['-c', 'exec "$0" cli/main.ts find --help > /dev/full', process.execPath],
    {
      cwd: root,
    },
  )

  await expect(ended).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^nightjar: the output cannot be written: ENOSPC/),
  })
})
