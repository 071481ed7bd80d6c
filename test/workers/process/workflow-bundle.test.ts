import { chmod, cp, mkdir, mkdtempDisposable, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tools } from '../../../workers/folders.ts'
import { bundleKey } from '../../../workers/process/bundle-key.ts'
import { workflowBundle } from '../../../workers/process/workflow-bundle.ts'

function freshFolder() {
  return mkdtempDisposable(join(tmpdir(), 'nightjar-bundle-'))
}

test('a bundle is made once, and made anew where its file was cut', async () => {
  await using folder = await freshFolder()
  const { codePath } = await workflowBundle([folder.path])
  const { mtimeMs, size } = await stat(codePath)

  expect(await workflowBundle([folder.path])).toEqual({ codePath })
  expect((await stat(codePath)).mtimeMs).toBe(mtimeMs)

  await truncate(codePath, size - 1)
  expect(await workflowBundle([folder.path])).toEqual({ codePath })
  expect((await stat(codePath)).size).toBe(size)
})

test('a bundle that another folder has is taken from there', async () => {
  await using folder = await freshFolder()
  const kept = await workflowBundle([tools])

  expect(await workflowBundle([folder.path, tools])).toEqual(kept)
})

test.skipIf(process.getuid?.() === 0)('a folder that cannot be written to is passed over', async () => {
  await using folder = await freshFolder()
  await using other = await freshFolder()
  await chmod(folder.path, 0o500)

  const { codePath } = await workflowBundle([folder.path, other.path])

  expect(codePath.startsWith(other.path)).toBe(true)
})

test('where no folder can be written to, the error names them', async () => {
  await using folder = await freshFolder()
  const file = join(folder.path, 'file')
  await writeFile(file, '')

  await expect(workflowBundle([file])).rejects.toThrow(
    `expected to write the bundled workflows into ${file}/bundles`,
  )
})

test('the key changes with each source of the bundle, and only with those', async () => {
  await using folder = await freshFolder()
  for (const room of ['workflows', 'compose']) await cp(room, join(folder.path, room), { recursive: true })
  const key = bundleKey(folder.path)
  expect(key).toBe(bundleKey())

  await mkdir(join(folder.path, 'report'))
  await writeFile(join(folder.path, 'report', 'other.ts'), '')
  expect(bundleKey(folder.path)).toBe(key)
  await writeFile(join(folder.path, 'compose', 'quoted.ts'), '')
  expect(bundleKey(folder.path)).not.toBe(key)
})

test('the bundle has code of the rooms that its key is made from, and of no other', async () => {
  const { codePath } = await workflowBundle([tools])
  const [, map = ''] =
    /sourceMappingURL=data:application\/json;[^,]*base64,(\S+)/.exec(await readFile(codePath, 'utf8')) ?? []
  const { sources }: { sources: readonly string[] } = JSON.parse(Buffer.from(map, 'base64').toString())
  const own = sources.filter((source) => source.endsWith('.ts') && !source.includes('node_modules'))

  expect(own.length).toBeGreaterThan(50)
  expect(own.filter((source) => !/\/(?:workflows|compose)\//.test(source))).toEqual([])
})

test('workflows that encode their failures are a bundle of their own', async () => {
  await using folder = await freshFolder()

  const usual = await workflowBundle([folder.path, tools])
  const encoding = await workflowBundle([folder.path, tools], { encodes: true })

  expect(encoding.codePath).toMatch(/-encoding\.js$/)
  expect(await readFile(encoding.codePath, 'utf8')).toContain('encodeCommonAttributes: true')
  expect(await readFile(usual.codePath, 'utf8')).not.toContain('encodeCommonAttributes: true')
})
