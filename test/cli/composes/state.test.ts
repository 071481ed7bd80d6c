import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nightjar, startNightjar } from '../nightjar.ts'
import { printed } from '../json/printed.ts'
import { imagesOf, smallFedora } from '../small-fedora.ts'

const id = 'Fedora-Rawhide-20261124.n.0'
const folder = `/compose/rawhide/${id}`
const metadata = `${folder}/compose/metadata/images.json`

test('a finished compose whose metadata is still is usable, after two requests on one connection', async () => {
  await using fedora = await smallFedora({
    [`${folder}/STATUS`]: 'FINISHED_INCOMPLETE\n',
    [metadata]: imagesOf(id),
  })

  const { code, stdout } = await nightjar('state', id, '--json', ...fedora.config)

  expect(printed('nightjar/state/1', stdout)).toEqual({
    schema: 'nightjar/state/1',
    compose: id,
    kind: 'complete',
    usable: true,
    reasons: [
      'STATUS is FINISHED_INCOMPLETE',
      'images.json lists 86 images, unchanged for 2 hours',
      'Koji is not asked',
      'the mirror is not asked',
    ],
  })
  expect(code).toBe(0)
  expect(fedora.asked()).toEqual([`${folder}/STATUS`, metadata])
})

test.each([
  ['STARTED', 'waiting', 'STATUS is STARTED'],
  ['DOOMED', 'dead', 'STATUS is DOOMED'],
  ['TERMINATED', 'dead', 'STATUS is TERMINATED'],
  ['FINISHED_ODDLY', 'waiting', 'a word that Nightjar does not know'],
])('a compose that is %s is %s, and not usable', async (status, kind, said) => {
  await using fedora = await smallFedora({ [`${folder}/STATUS`]: `${status}\n` })

  const { code, stdout } = await nightjar('state', id, ...fedora.config)

  expect(stdout.split('\n')[0]).toBe(`${id} is ${kind}`)
  expect(stdout).toContain(said)
  expect(code).toBe(1)
})

test('a compose that is not there is absent, after its folder was asked for', async () => {
  await using fedora = await smallFedora({})

  const { code, stdout } = await nightjar('state', id, '--json', ...fedora.config)

  expect(printed('nightjar/state/1', stdout)).toMatchObject({ kind: 'absent', usable: false })
  expect(code).toBe(1)
  expect(fedora.asked().toSorted()).toEqual([
    `${folder}/`,
    `${folder}/STATUS`,
    `${folder}/compose/metadata/images.json`,
  ])
})

test('a compose whose folder was just made is waited for, not absent', async () => {
  await using fedora = await smallFedora({ [`${folder}/`]: '<a href="compose/">compose/</a>' })

  const { code, stdout } = await nightjar('state', id, ...fedora.config)

  expect(stdout).toMatch(/is waiting\n {2}there is no STATUS yet\n {2}there is no images.json yet\n/)
  expect(code).toBe(1)
})

test('no answer is told apart from a no', async () => {
  await using fedora = await smallFedora({ [`${folder}/STATUS`]: 'FINISHED\n', [metadata]: 503 })

  const { code, stdout } = await nightjar('state', id, ...fedora.config)

  expect(code).toBe(3)
  expect(stdout).toContain('images.json could not be read')
})

test.each([
  ['STATUS', { [`${folder}/STATUS`]: '<html>Log in</html>', [metadata]: imagesOf(id) }],
  ['images.json', { [`${folder}/STATUS`]: 'FINISHED\n', [metadata]: imagesOf(id).slice(0, 5000) }],
])('a garbled %s is no answer', async (_file, files) => {
  await using fedora = await smallFedora(files)

  const { code, stdout } = await nightjar('state', id, ...fedora.config)

  expect(code).toBe(3)
  expect(stdout.split('\n')[0]).toBe(`${id} is waiting`)
})

test('metadata of another compose is not taken for its own', async () => {
  await using fedora = await smallFedora({
    [`${folder}/STATUS`]: 'FINISHED\n',
    [metadata]: imagesOf('Fedora-Rawhide-20261123.n.0'),
  })

  const { code, stdout } = await nightjar('state', id, ...fedora.config)

  expect(code).toBe(3)
  expect(stdout).toContain(`expected the images.json of ${id}`)
})

test('--wait looks until the compose is usable, and tells of changes once', async () => {
  const files: Record<string, string> = { [`${folder}/STATUS`]: 'STARTED\n' }
  await using fedora = await smallFedora(files)

  const { ended } = await startNightjar('state', id, '--wait', '0.5', ...fedora.config)
  await expect.poll(() => fedora.asked().length).toBeGreaterThan(3)
  files[metadata] = imagesOf(id)
  files[`${folder}/STATUS`] = 'FINISHED\n'
  const { code, stdout, stderr } = await ended

  expect(code).toBe(0)
  expect(stdout.split('\n')[0]).toBe(`${id} is complete: it can be tested`)
  const said = stderr.trim().split('\n')
  expect(said[0]).toContain('is waiting: STATUS is STARTED')
  expect(new Set(said).size).toBe(said.length)
})

test('--wait ends at once where the compose is dead, and at its end where it never came', async () => {
  await using fedora = await smallFedora({ [`${folder}/STATUS`]: 'DOOMED\n' })

  const dead = await nightjar('state', id, '--wait', '60', ...fedora.config)
  const never = await nightjar('state', 'Fedora-Rawhide-20261124.n.7', '--wait', '0.01', ...fedora.config)

  expect(dead.code).toBe(1)
  expect(never.code).toBe(1)
  expect(never.stdout).toContain('is absent')
})

test.each([
  ['between two looks', 'STARTED\n'],
  ['in the middle of one', 0],
])('Ctrl-C ends a wait %s without a word of trouble', async (_when, status) => {
  await using fedora = await smallFedora({ [`${folder}/STATUS`]: status })

  const { child, ended } = await startNightjar('state', id, '--wait', '60', ...fedora.config)
  await expect.poll(() => fedora.asked().length).toBeGreaterThan(0)
  child.kill('SIGINT')
  const { code, stdout, stderr } = await ended

  expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
  expect(stderr).not.toMatch(/at .*:\d+/)
})

test('a compose on this machine is judged by its own STATUS', async () => {
  await using fedora = await smallFedora({})
  const own = join(fedora.folder, 'copy')
  await mkdir(join(own, 'compose/metadata'), { recursive: true })
  await writeFile(join(own, 'compose/metadata/images.json'), imagesOf(id))

  const without = await nightjar('state', own, ...fedora.config)
  await writeFile(join(own, 'STATUS'), 'FINISHED\n')
  const finished = await nightjar('state', own, ...fedora.config)

  expect(without).toMatchObject({ code: 1, stdout: expect.stringContaining('there is no STATUS yet') })
  expect(finished.code).toBe(0)
})

test.each(['0', '-1', 'x', ''])('--wait %j is wrong usage', async (minutes) => {
  const { code, stderr } = await nightjar('state', id, '--wait', minutes)

  expect(code).toBe(2)
  expect(stderr).toContain('expected minutes')
})
