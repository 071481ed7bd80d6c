import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../../cli/commands.ts'
import { allCommands, wordTree } from '../../cli/completion/word-tree.ts'
import { wholeProgram } from '../../cli/program.ts'
import { nightjar } from './nightjar.ts'
import { ownFolder } from './setup/run-in.ts'

const tree = wordTree(await wholeProgram(commands))
const names = [...commands.map(({ name }) => name), 'help']
const shells = ['bash', 'zsh', 'fish'] as const
const scripts = Object.fromEntries(
  await Promise.all(
    shells.map(async (shell) => [shell, (await nightjar('completion', shell)).stdout] as const),
  ),
)

function have(shell: string): boolean {
  return spawnSync(shell, ['--version']).status === 0
}

/** The script of a shell in a file. */
function script(shell: (typeof shells)[number]): string {
  const file = join(ownFolder(), shell)
  writeFileSync(file, scripts[shell] ?? '')
  return file
}

/** A folder with two files and a folder. */
function place(): string {
  const folder = ownFolder()
  writeFileSync(join(folder, 'my images.json'), '')
  writeFileSync(join(folder, 'nightjar.toml'), '')
  mkdirSync(join(folder, 'my-root'))
  return folder
}

function said(shell: string, args: readonly string[], cwd: string): readonly string[] {
  const { stdout, stderr } = spawnSync(shell, args, { cwd, encoding: 'utf8', timeout: 20_000 })
  expect(stderr).toBe('')
  return stdout.split('\n').filter((line) => line !== '')
}

/** What bash offers for the last of these words; bash itself splits at `=`. */
function bash(...words: readonly string[]): readonly string[] {
  const program = `source "$1"; shift
    COMP_WORDS=(nightjar "$@"); COMP_CWORD=$#
    complete -p nightjar >/dev/null && _nightjar
    [ "\${#COMPREPLY[@]}" = 0 ] || printf '%s\\n' "\${COMPREPLY[@]}"`
  return said('bash', ['--norc', '-c', program, 'bash', script('bash'), ...words], place())
}

function fish(...words: readonly string[]): readonly string[] {
  const program = `source ${script('fish')}; complete -C ${JSON.stringify(['nightjar', ...words].join(' '))}`
  return said('fish', ['--no-config', '-c', program], place()).map((line) => line.replace(/\t.*/, ''))
}

const streams = ['rawhide', 'branched', 'candidate', 'iot', 'cloud', 'eln']
/** The words before TAB and what may follow; the same in each shell. */
const offers: readonly (readonly [words: string, offered: readonly string[]])[] = [
  ['', names],
  ['com', ['compare-report', 'composes', 'completion']],
  ['start ', streams],
  ['start r', ['rawhide']],
  ['start --date 2026-11-23 -w ', streams],
  ['show ', streams],
  ['start rawhide ', []],
  ['start --date ', []],
  ['list --stream ', streams],
  ['history -s b', ['branched']],
  ['archive ', ['export', 'import', 'prune', 'help']],
  ['archive prune --', ['--config', '--json', '--help']],
  ['archive import ', ['my images.json', 'my-root', 'nightjar.toml']],
  ['find rawhide --config n', ['nightjar.toml']],
  ['state my\\ ', ['my images.json']],
  ['init --root ', ['my-root']],
  ['rerun rawhide --from s', ['schedule']],
  ['rerun --job 4711 4712 --from ', ['find', 'complete', 'schedule', 'await', 'report']],
  ['help sta', ['start', 'state']],
  ['completion ', ['bash', 'zsh', 'fish']],
  ['nonsense start ', []],
]

/** The words as a shell holds them, the last one unfinished. */
function split(words: string): readonly string[] {
  return words.split(/(?<!\\) /).map((word) => word.replaceAll('\\ ', ' '))
}

/** As a shell shows them, without the slash of a folder. */
function sorted(words: readonly string[]): readonly string[] {
  return words.map((word) => word.replace(/\/$/, '').replaceAll('\\ ', ' ')).toSorted()
}

describe('bash', () => {
  test.each(offers)('offers what may follow "nightjar %s"', (words, offered) => {
    expect(sorted(bash(...split(words)))).toEqual(sorted(offered))
  })

  test('completes a value after "="', () => {
    expect(bash('rerun', 'rawhide', '--from', '=', 'aw')).toEqual(['await'])
    expect(bash('list', '--stream', '=')).toEqual(streams)
    expect(bash('start', '--date', '=', '2026-11-23', '')).toEqual(streams)
  })

  test('offers every option of every command', () => {
    const some = allCommands(tree).filter(({ path }) =>
      /^nightjar (?:images|schedule apply|plan)$/.test(path),
    )

    expect(some).toHaveLength(3)
    for (const { path, options } of some) {
      const offered = bash(...path.split(' ').slice(1), '-')
      expect(offered).toEqual(options.flatMap((option) => option.names))
      expect(offered).toContain('--config')
    }
  })
})

describe('fish', () => {
  test.skipIf(!have('fish')).each(offers)('offers what may follow "nightjar %s"', (words, offered) => {
    // It would also offer what contains the letters.
    expect(sorted(fish(...words.split(' ')))).toEqual(expect.arrayContaining([...sorted(offered)]))
  })
})

describe('zsh', () => {
  test.skipIf(!have('zsh'))('its script is one of zsh', () => {
    expect(said('zsh', ['-f', '-n', script('zsh')], place())).toEqual([])
  })
})

test('no word means anything to a shell', () => {
  const words = allCommands(tree).flatMap(({ path, options, values }) => [
    path,
    ...options.flatMap((option) => [...option.names, ...(option.value ? [option.value] : [])]),
    ...values,
  ])
  const plain = words.flatMap((word) =>
    typeof word === 'string' ? [word] : word.offer.kind === 'words' ? word.offer.words : [],
  )

  expect(plain.length).toBeGreaterThan(200)
  expect(plain.filter((word) => !/^[a-z0-9 -]+$/i.test(word))).toEqual([])
})

test('another shell is wrong usage, and says which there are', async () => {
  expect(await nightjar('completion', 'tcsh')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/tcsh.*bash, zsh, fish/),
  })
})

test('every command has a manual page in the package', () => {
  const { man }: { man: readonly string[] } = JSON.parse(readFileSync('package.json', 'utf8'))
  const paths = allCommands(tree).map(({ path }) => path)
  const own = paths.filter((path) => !path.endsWith(' help'))

  expect(man).toEqual(own.map((path) => `man/${path.replaceAll(' ', '-')}.1`).toSorted())
})
