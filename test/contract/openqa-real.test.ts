import { describe } from 'vitest'

import { openQaContract } from './openqa/contract.ts'

const {
  NIGHTJAR_OPENQA_URL: url = '',
  NIGHTJAR_OPENQA_KEY: key = '',
  NIGHTJAR_OPENQA_SECRET: secret = '',
} = process.env

describe.skipIf(url === '')('a real openQA (run-openqa.ts starts one)', () => {
  openQaContract(() => ({ url, key, secret, user: 'admin' }))
})
