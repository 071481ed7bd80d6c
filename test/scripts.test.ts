import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

interface Package {
  readonly scripts: Readonly<Record<string, string>>
  readonly engines: { readonly node: string }
}

const { scripts, engines }: Package = JSON.parse(readFileSync('package.json', 'utf8'))
const steps = Object.entries(scripts).flatMap(([name, script]) =>
  script.split(' && ').map((command) => ({ name, command })),
)

const withNode = join('bin', 'with-node')

/** A folder whose `node` says that it is of version 20, and does nothing else. */
function folderOfOldNode(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nightjar-old-node-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'node'), '#!/bin/sh\necho v20.20.2\n', { mode: 0o755 })
  return folder
}

test.each(steps)('npm run $name starts $command through a program of bin/', ({ command }) => {
  const [program = ''] = command.split(' ')

  expect(program).toMatch(/^bin\//)
  accessSync(program, constants.X_OK)
})

test.runIf(existsSync('.tools/node'))(
  'bin/with-node runs the private Node when PATH has an older one',
  () => {
    const path = `${folderOfOldNode()}${delimiter}${process.env['PATH'] ?? ''}`
    const env = { ...process.env, PATH: path }

    const found = execFileSync('node', ['--version'], { env, encoding: 'utf8' })
    const used = execFileSync(withNode, ['node', '--version'], { env, encoding: 'utf8' })

    expect(found.trim()).toBe('v20.20.2')
    expect(used.trim()).toBe(`v${readFileSync('.node-version', 'utf8').trim()}`)
  },
)

test('bin/with-node finds the tools of node_modules', () => {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.endsWith('.bin'))
  const env = { ...process.env, PATH: path.join(delimiter) }

  const said = execFileSync(withNode, ['vitest', '--version'], { env, encoding: 'utf8' })

  expect(said).toMatch(/^vitest\//)
})

test('.node-version, which bin/setup installs, is one that package.json allows', () => {
  const version = readFileSync('.node-version', 'utf8').trim()

  expect(readFileSync('bin/setup', 'utf8')).toContain('node_version=$(cat .node-version)')
  expect(`>=${version.split('.')[0]}`).toBe(engines.node)
})
