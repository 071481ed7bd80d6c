import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testClasses } from '../../jobs/compare/test-class.ts'
import { verdictTable } from '../../jobs/verdict/verdicts.ts'
import { classWords } from '../../report/class-words.ts'
import { tableOf } from '../markdown.ts'

const page = readFileSync(new URL('../../docs/verdicts.md', import.meta.url), 'utf8')

test('the page of verdicts has the rules of the program, in its order', () => {
  expect(tableOf(page, 'verdict')).toEqual(
    verdictTable.map(({ word, means, when }) => [word, means, when.replaceAll('`', '')]),
  )
})

test('the page of verdicts has every class of tests with its rule', () => {
  expect(tableOf(page, 'class')).toEqual(testClasses.map((each) => [each, classWords[each].when]))
})
