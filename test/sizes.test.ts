import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { rooms } from './rooms.ts'

const files = globSync(`{${Object.keys(rooms).join(',')}}/**/*.ts`)

// Of the decisions there is one more with each of them, and schemas are made from the forms.
test('no folder outside test/ holds more than 25 files', () => {
  const tracked = execFileSync('git', ['ls-files', ':!test', ':!docs/decisions', ':!docs/schemas'], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
  const folders = Map.groupBy(tracked, (file) => dirname(file))
  const crowded = [...folders].filter(([, inside]) => inside.length > 25)

  expect(folders.size).toBeGreaterThan(30)
  expect(crowded.map(([folder, inside]) => `${folder}: ${inside.length} files`)).toEqual([])
})

test('half of the files of the rooms have at most 60 lines', () => {
  const sizes = files.map((file) => readFileSync(file, 'utf8').trimEnd().split('\n').length)
  const sorted = sizes.toSorted((a, b) => a - b)

  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60)
})

test('lint limits files and functions, every line counted, as the pages say', () => {
  const { rules }: { rules: Record<string, unknown> } = JSON.parse(readFileSync('.oxlintrc.json', 'utf8'))
  const pages = ['docs/architecture.md', 'CONTRIBUTING.md'].map((page) => readFileSync(page, 'utf8'))

  expect(rules['max-lines']).toEqual(['error', { max: 200 }])
  expect(rules['max-lines-per-function']).toEqual(['error', { max: 40 }])
  for (const page of pages) {
    expect(page.replaceAll(/\s+/g, ' ')).toMatch(
      /at most 200 lines and a function at most 40, comments and blank lines counted/,
    )
  }
})
