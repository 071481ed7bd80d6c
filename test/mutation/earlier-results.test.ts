import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { forgetSurvivors } from './earlier-results.ts'

const folder = mkdtempSync(join(tmpdir(), 'nightjar-mutation-'))

afterAll(() => rmSync(folder, { recursive: true }))

const reportOf = (states: readonly string[]) => ({
  schemaVersion: '1',
  files: { 'a.ts': { source: 'a', mutants: states.map((status) => ({ id: status, status })) } },
})

test('only what was killed is remembered, with all else that the report says', () => {
  const states = ['Killed', 'Survived', 'Timeout', 'NoCoverage', 'RuntimeError', 'Ignored']
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(reportOf(states)))

  forgetSurvivors(file)

  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(reportOf(['Killed', 'Timeout']))
})

test('before the first run there is nothing to forget', () => {
  expect(() => forgetSurvivors(join(folder, 'absent.json'))).not.toThrow()
})
