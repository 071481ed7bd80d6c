import { expect, test } from 'vitest'
import { workflowBundle } from '../night/stage.ts'

test('the workflows bundle for Temporal’s sandbox, and stay small', async () => {
  const { code } = await workflowBundle()

  expect(code).toContain('nightly')
  expect(code.length).toBeLessThan(2.5 * 2 ** 20)
})
