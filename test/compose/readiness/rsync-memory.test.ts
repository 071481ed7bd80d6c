import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('100,000 entries need less than 64 MB beyond the base', () => {
  const program = fileURLToPath(new URL('fixtures/decode-100000.ts', import.meta.url))

  const { entries, megabytes } = JSON.parse(execFileSync(process.execPath, [program], { encoding: 'utf8' }))

  expect(entries).toBe(100_601)
  expect(megabytes).toBeLessThan(64)
})
