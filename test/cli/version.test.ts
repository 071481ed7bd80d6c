import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nightjarIn, ownFolder } from './setup/run-in.ts'

const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'))

test('--version is that of package.json, with the commit of the tree, wherever it is run', async () => {
  const commit = execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { encoding: 'utf8' }).trim()

  expect(await nightjarIn(ownFolder(), ['--version'])).toEqual({
    code: 0,
    stdout: `${version} (${commit})\n`,
    stderr: '',
  })
  expect((await nightjarIn(ownFolder(), ['-V'])).stdout).toBe(`${version} (${commit})\n`)
})

test('without git it is the version alone', async () => {
  const folder = ownFolder()

  expect(await nightjarIn(folder, ['--version'], { PATH: folder })).toMatchObject({ stdout: `${version}\n` })
})

test('the help tells of it', async () => {
  expect((await nightjarIn(ownFolder(), ['--help'])).stdout).toMatch(/-V, --version +print the version/)
})
