import { parse, TomlError } from 'smol-toml'

/** No person writes a value over more lines; looking for its end takes longer with each. */
const mostLines = 500

/**
 * The line of each key in a TOML file, by its path (`mail.host`), the first line being 1. The file is read as
 * a row of statements: each ends where the lines so far are TOML. A table of an array counts by its first
 * line.
 */
export function keyLines(toml: string): ReadonlyMap<string, number> {
  const lines = toml.split(/\r?\n/)
  const found = new Map<string, number>()
  const note = (path: readonly string[], at: number) => {
    if (path.length > 0 && !found.has(path.join('.'))) found.set(path.join('.'), at + 1)
  }
  let table: readonly string[] = []
  for (let at = 0; at < lines.length;) {
    const statement = statementAt(lines, at)
    if (statement === null) return found
    const { value, length } = statement
    const paths = pathsOf(value)
    if (/^\s*\[/.test(lines[at] ?? '')) {
      table = paths[0] ?? []
      note(table, at)
    } else for (const path of paths) note([...table, ...path], at)
    at += length
  }
  return found
}

function statementAt(lines: readonly string[], from: number): { value: unknown; length: number } | null {
  for (let length = 1; length <= mostLines && from + length <= lines.length; length++) {
    const value = parsed(lines.slice(from, from + length).join('\n'))
    if (value !== null) return { value, length }
  }
  return null
}

function parsed(toml: string): object | null {
  try {
    return parse(toml)
  } catch (error) {
    if (error instanceof TomlError) return null
    throw error
  }
}

/** The paths in the value of a statement: of an inline table those of all its keys, else one. */
function pathsOf(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[]]
  const entries = Object.entries(value)
  if (entries.length === 0) return [[]]
  return entries.flatMap(([key, each]) => pathsOf(each).map((path) => [key, ...path]))
}
