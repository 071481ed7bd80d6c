import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changedSince, everyFile, filesAt, mostDecisive, usualBase } from './choose-files.ts'

const clone = mkdtempSync(join(tmpdir(), 'nightjar-mutation-'))
let first = ''
let second = ''

beforeAll(() => {
  git('init', '--initial-branch=main')
  for (const name of ['a', 'b', 'c', 'moved', 'gone'])
    write(`compose/images/${name}.ts`, `const ${name} = 1\n`)
  write('jobs/plan/d.ts', 'if (a) b()\n')
  write('test/compose/images/c.test.ts', 'one')
  write('lab/e.ts', 'if (a) b()\n')
  first = commit()
  write('compose/images/a.ts', 'const a = b ? c : d ?? e\n')
  write('test/compose/images/c.test.ts', 'another')
  write('lab/e.ts', 'if (a) c()\n')
  mkdirSync(join(clone, 'compose/naming'))
  renameSync(join(clone, 'compose/images/moved.ts'), join(clone, 'compose/naming/moved.ts'))
  rmSync(join(clone, 'compose/images/gone.ts'))
  second = commit()
  git('checkout', '-b', 'branch')
  write('jobs/plan/d.ts', 'if (a) c()\n')
  commit()
})

afterAll(() => rmSync(clone, { recursive: true }))

test('the files of the pure rooms may be mutated, and no others', () => {
  expect(everyFile(clone)).toEqual([
    'compose/images/a.ts',
    'compose/images/b.ts',
    'compose/images/c.ts',
    'compose/naming/moved.ts',
    'jobs/plan/d.ts',
  ])
})

test('a path is a file, or a folder with all of its files', () => {
  expect(filesAt(['compose/naming/', 'jobs/plan/d.ts'], clone)).toEqual([
    'compose/naming/moved.ts',
    'jobs/plan/d.ts',
  ])
  expect(filesAt(['compose'], clone)).toHaveLength(4)
})

test.each(['lab/e.ts', 'compose/images/b', 'compose/nothing'])('%s is refused', (path) => {
  expect(() => filesAt([path], clone)).toThrow(
    `expected a file or folder of compose, jobs, report; got ${path}`,
  )
})

test('the files with the most decisions come first', () => {
  expect(mostDecisive(2, everyFile(clone), clone)).toEqual(['compose/images/a.ts', 'jobs/plan/d.ts'])
})

test('a file has changed when it or its test has, and not when it was only moved', () => {
  expect(changedSince(first, clone)).toEqual(['compose/images/a.ts', 'compose/images/c.ts', 'jobs/plan/d.ts'])
  expect(changedSince(second, clone)).toEqual(['jobs/plan/d.ts'])
})

test('a branch is compared with where it left main, main with its last commit but one', () => {
  expect(usualBase(clone)).toBe(second)

  git('checkout', 'main')

  expect(usualBase(clone)).toBe(first)

  git('checkout', first)
  git('branch', '--force', 'main')

  expect(usualBase(clone)).toBeNull()
})

function write(file: string, text: string): void {
  mkdirSync(dirname(join(clone, file)), { recursive: true })
  writeFileSync(join(clone, file), text)
}

function commit(): string {
  git('add', '--all')
  git('-c', 'user.name=n', '-c', 'user.email=n@example.org', 'commit', '--quiet', '--message=change')
  return git('rev-parse', 'HEAD')
}

function git(...words: readonly string[]): string {
  return execFileSync('git', words, {
    cwd: clone,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}
