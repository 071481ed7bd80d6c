import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { decisions } from './decisions.ts'

/** The rooms whose files are mutated. */
const pureRooms = ['compose', 'jobs', 'report']

/** Every file that may be mutated, in a clone of the program. */
export function everyFile(clone = '.'): readonly string[] {
  return globSync(`{${pureRooms.join(',')}}/**/*.ts`, { cwd: clone }).toSorted()
}

/**
 * The files at some paths; a folder stands for all of its files. @throws Error where a path holds no file
 * that may be mutated.
 */
export function filesAt(paths: readonly string[], clone = '.'): readonly string[] {
  return paths.flatMap((path) => {
    const folder = statSync(join(clone, path), { throwIfNoEntry: false })?.isDirectory()
    const start = folder ? `${path.replace(/\/+$/, '')}/` : path
    const found = everyFile(clone).filter((file) => (folder ? file.startsWith(start) : file === path))
    if (found.length === 0)
      throw new Error(`expected a file or folder of ${pureRooms.join(', ')}; got ${path}`)
    return found
  })
}

/** Those of some files in which the most decisions are made. */
export function mostDecisive(count: number, files: readonly string[], clone = '.'): readonly string[] {
  const counted = files.map((file) => ({
    file,
    found: decisions(readFileSync(join(clone, file), 'utf8')),
  }))
  return counted
    .toSorted((a, b) => b.found - a.found)
    .slice(0, count)
    .map(({ file }) => file)
}

/**
 * The files that differ from a commit, or whose own test does; a file that was only moved does not differ.
 */
export function changedSince(commit: string, clone = '.'): readonly string[] {
  const folders = pureRooms.flatMap((room) => [room, `test/${room}`])
  const lines = git(clone, 'diff', '--name-status', '--find-renames', commit, '--', ...folders).split('\n')
  const changed = lines
    .filter((line) => !/^(?:D|R100)\t/.test(line))
    .map((line) =>
      line
        .split('\t')
        .at(-1)
        ?.replace(/^test\/(.*)\.test\.ts$/, '$1.ts'),
    )
  return everyFile(clone).filter((file) => changed.includes(file))
}

/**
 * Where this branch left main; on main itself the commit before the last. Null where neither is known, as in
 * a shallow clone.
 */
export function usualBase(clone = '.'): string | null {
  const head = commitOf(clone, 'rev-parse', 'HEAD')
  const left =
    commitOf(clone, 'merge-base', 'HEAD', 'origin/main') ?? commitOf(clone, 'merge-base', 'HEAD', 'main')
  return left === null || left === head ? commitOf(clone, 'rev-parse', '--verify', 'HEAD~1') : left
}

function commitOf(clone: string, ...words: readonly string[]): string | null {
  try {
    return git(clone, ...words)
  } catch {
    return null
  }
}

function git(clone: string, ...words: readonly string[]): string {
  return execFileSync('git', words, {
    cwd: clone,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}
