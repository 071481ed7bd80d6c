import { describe, expect, test } from 'vitest'
import { decisions } from './decisions.ts'
import {
  faults,
  percentKilled,
  scoreFile,
  total,
  type Equivalent,
  type FileScore,
  type Mutant,
} from './score.ts'

const source = `export function larger(a: number, b: number) {
  if (a > b) {
    return a
  }
  return b
}
`
const equivalent: Equivalent = {
  file: 'larger.ts',
  line: 'if (a > b) {',
  replaced: 'a > b',
  by: 'a >= b',
  why: 'of two equal numbers either is the larger one',
}

describe('the score of a file', () => {
  test('counts what was killed, by a failed test or by a time-out, and what lived, tested or not', () => {
    const states = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'RuntimeError', 'CompileError']

    const score = scored(states.map((status) => mutant('a > b', 'true', status)))

    expect(score).toMatchObject({ mutants: 4, killed: 2, equivalent: 0 })
    expect(score.survivors).toHaveLength(2)
  })

  test('names a survivor by its line, what was there and what took its place, each on one line', () => {
    const { survivors } = scored([mutant('{\n    return a\n  }', '{\n}', 'Survived')])

    expect(survivors).toEqual([{ lineNumber: 2, line: 'if (a > b) {', replaced: '{ return a }', by: '{ }' }])
  })

  test('lists survivors in the order of their lines', () => {
    const { survivors } = scored([mutant('return b', '', 'Survived'), mutant('a > b', 'true', 'Survived')])

    expect(survivors.map(({ lineNumber }) => lineNumber)).toEqual([2, 5])
  })

  test('does not count a survivor that is listed as equivalent among those that live', () => {
    const score = scored([mutant('a > b', 'a >= b', 'Survived')], [equivalent])

    expect(score).toMatchObject({ mutants: 1, killed: 0, equivalent: 1, survivors: [], stale: [] })
  })

  test.each<[string, Partial<Equivalent>]>([
    ['of another file', { file: 'smaller.ts' }],
    ['of another line', { line: 'if (b > a) {' }],
    ['of another piece of its line', { replaced: 'a' }],
    ['with another replacement', { by: 'a < b' }],
  ])('takes no survivor for equivalent by an entry %s', (_, otherwise) => {
    const score = scored([mutant('a > b', 'a >= b', 'Survived')], [{ ...equivalent, ...otherwise }])

    expect(score).toMatchObject({ equivalent: 0, survivors: [{ by: 'a >= b' }] })
  })

  test('tells of an entry whose mutant is killed', () => {
    expect(scored([mutant('a > b', 'a >= b', 'Killed')], [equivalent]).stale).toEqual([equivalent])
  })

  test('says nothing of the entries of other files', () => {
    expect(scored([], [{ ...equivalent, file: 'smaller.ts' }]).stale).toEqual([])
  })
})

describe('a run', () => {
  test('is the sum of its files', () => {
    const survivor = { lineNumber: 1, line: 'a', replaced: 'a', by: 'b' }
    const one = { ...scoreOf(10, 8, 1), survivors: [survivor], stale: [equivalent] }

    expect(total('both', [one, scoreOf(5, 5, 0)])).toEqual({
      file: 'both',
      mutants: 15,
      killed: 13,
      equivalent: 1,
      survivors: [survivor],
      stale: [equivalent],
    })
  })

  test.each([
    [100, 93, 0, []],
    [1000, 929, 0, ['92.9 % of the mutants are killed; expected at least 93 %']],
    [100, 91, 3, []],
    [100, 96, 4, ['4 mutants are called equivalent; expected at most 3']],
    [10, 8, 2, []],
    [10, 7, 3, ['3 mutants are called equivalent; expected at most 2']],
    [0, 0, 0, []],
  ])('with %i mutants, %i killed and %i equivalent has the faults %j', (mutants, killed, same, expected) => {
    expect(faults(scoreOf(mutants, killed, same))).toEqual(expected)
  })

  test('with an entry of the list that is no living mutant has a fault', () => {
    expect(faults({ ...scoreOf(10, 10, 0), stale: [equivalent] })).toEqual([
      'equivalent.json lists a > b → a >= b in larger.ts, which is no living mutant there',
    ])
  })

  test('leaves equivalent mutants aside in its percentage', () => {
    expect(percentKilled(scoreOf(100, 49, 2))).toBe(50)
    expect(percentKilled(scoreOf(2, 0, 2))).toBe(100)
  })
})

test.each([
  ['const a = 1', 0],
  ['if (a) b()', 1],
  ['for (const a of b) while (c) d()', 2],
  ["switch (a) { case 'x': break; case 'y': }", 2],
  ['try { a() } catch { b() }', 1],
  ['const a = b ? c : d', 1],
  ['const a = (b && c) || d ?? e?.f', 4],
  ['/** if (a) b() */ c() // if (d) e()', 0],
  ['interface A { readonly b?: string }', 0],
])('the decisions in %j are %i', (text, count) => {
  expect(decisions(text)).toBe(count)
})

function scored(mutants: readonly Mutant[], equivalents: readonly Equivalent[] = []): FileScore {
  return scoreFile({ file: 'larger.ts', source }, mutants, equivalents)
}

function scoreOf(mutants: number, killed: number, same: number): FileScore {
  return { file: 'larger.ts', mutants, killed, equivalent: same, survivors: [], stale: [] }
}

function mutant(replaced: string, replacement: string, status: string): Mutant {
  const start = source.indexOf(replaced)
  return {
    replacement,
    status,
    location: { start: positionAt(start), end: positionAt(start + replaced.length) },
  }
}

function positionAt(offset: number): { readonly line: number; readonly column: number } {
  const lines = source.slice(0, offset).split('\n')
  return { line: lines.length, column: 1 + (lines.at(-1)?.length ?? 0) }
}
