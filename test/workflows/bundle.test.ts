import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { workflowBundle } from '../night/stage.ts'

test('the workflows bundle for Temporal’s sandbox, and stay small', async () => {
  const code = readFileSync(workflowBundle().codePath, 'utf8')

  expect(code).toContain('nightly')
  expect(code.length).toBeLessThan(2.5 * 2 ** 20)
})
