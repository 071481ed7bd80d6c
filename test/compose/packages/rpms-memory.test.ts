import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('an rpms.json of 80 MB needs less than 96 MB beyond the base', () => {
  const program = fileURLToPath(new URL('fixtures/read-80-mb.ts', import.meta.url))

  const read = JSON.parse(execFileSync(process.execPath, [program], { encoding: 'utf8' }))

  expect(read).toMatchObject({ packages: 24_001, skipped: 0 })
  expect(read.bytes).toBeGreaterThan(60e6)
  expect(read.megabytes).toBeLessThan(96)
})
