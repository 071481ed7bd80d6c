import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { builtInLines } from '../compose/streams/built-in-lines.ts'
import { testClasses } from '../jobs/compare/test-class.ts'
import { verdictWords } from '../jobs/verdict/verdicts.ts'
import { stageNames } from '../workflows/stage.ts'
import { tableOf } from './markdown.ts'

const glossary = readFileSync('docs/glossary.md', 'utf8')

function firstColumn(heading: string): readonly (string | undefined)[] {
  return tableOf(glossary, heading).map(([word]) => word)
}

/** The words of a union of string literals, or the `kind`s of a union of objects, in a source file. */
function wordsIn(file: string, pattern: RegExp): readonly string[] {
  const [, union = ''] = pattern.exec(readFileSync(file, 'utf8')) ?? []
  return [...union.matchAll(/'([a-z-]+)'/g)].map(([, word = '']) => word)
}

test('the stages are those of a night, in their order', () => {
  expect(firstColumn('stage')).toEqual(stageNames)
})

test('the states of a stage are those of the workflow', () => {
  expect(firstColumn('state')).toEqual(wordsIn('workflows/stage.ts', /type StageState = (.*)/))
})

test('the verdicts are those of a report, and those of a night without one', () => {
  expect(firstColumn('verdict')).toEqual([...verdictWords, 'covered', 'unreported'])
})

test('the classes of a test are those of a comparison', () => {
  expect(firstColumn('class')).toEqual(testClasses)
})

test('the outcomes of a post are those of the plan', () => {
  const outcomes = wordsIn('jobs/plan/post.ts', /type PostOutcome =([\s\S]*)/)

  expect(new Set(firstColumn('outcome'))).toEqual(new Set(outcomes))
})

test('the streams are named', () => {
  expect(builtInLines.filter(({ name }) => !glossary.includes(`\`${name}\``))).toEqual([])
})

test('no word is explained twice', () => {
  const words = glossary
    .split('\n')
    .filter((line) => /^\| [a-z]/i.test(line))
    .map((line) => line.split('|')[1]?.trim())
    .filter((word) => !['word', 'stage', 'state', 'verdict', 'class', 'outcome'].includes(word ?? ''))

  expect(words.length).toBeGreaterThan(50)
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([
    'unfinished',
    'unknown',
    'passed',
    'unknown',
  ])
})
