import { mkdir, mkdtempDisposable, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { makeDemoFolder } from '../../../cli/demo/demo-folder.ts'

/** No process has this id: it is above the largest that Linux gives. */
const ended = 4_194_305

test('each demo has a folder of its own', async () => {
  await using parent = await mkdtempDisposable(join(tmpdir(), 'nightjar-demos-'))

  const folders = [await makeDemoFolder(parent.path), await makeDemoFolder(parent.path)]

  expect((await readdir(parent.path)).toSorted()).toEqual(
    folders.map((folder) => basename(folder)).toSorted(),
  )
  expect(new Set(folders).size).toBe(2)
})

test('the folders of three ended demos stay, and older ones are deleted', async () => {
  await using parent = await mkdtempDisposable(join(tmpdir(), 'nightjar-demos-'))
  const names = ['01', '02', '03', '04', '05'].map((day) => `202611${day}T120000-${ended}`)
  await Promise.all(names.map((name) => mkdir(join(parent.path, name, 'mirror'), { recursive: true })))

  const made = await makeDemoFolder(parent.path)

  expect((await readdir(parent.path)).toSorted()).toEqual([...names.slice(2), basename(made)])
})

test('no folder of a demo that still runs is deleted, and nothing that is not one of a demo', async () => {
  await using parent = await mkdtempDisposable(join(tmpdir(), 'nightjar-demos-'))
  const running = ['01', '02', '03', '04', '05'].map((day) => `202611${day}T120000-${process.pid}`)
  const others = ['mirror', '20261101T120000', `x20261101T120000-${ended}`]
  await Promise.all([...running, ...others].map((name) => mkdir(join(parent.path, name))))

  const made = await makeDemoFolder(parent.path)

  expect(new Set(await readdir(parent.path))).toEqual(new Set([...running, ...others, basename(made)]))
})
