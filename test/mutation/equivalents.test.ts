import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readEquivalents } from './equivalents.ts'

test('every mutant that is called equivalent is of a line that is there', () => {
  const strays = readEquivalents().filter(({ file, line, replaced }) => {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .map((each) => each.trim())
    return !lines.includes(line) || !lines.join(' ').includes(replaced)
  })

  expect(strays).toEqual([])
})
