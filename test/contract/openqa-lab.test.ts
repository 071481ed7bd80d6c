import { afterAll, beforeAll, describe } from 'vitest'

import { startLabOpenQa, type LabOpenQa } from '../../lab/openqa/server.ts'
import { runningClock } from '../lab/running-clock.ts'
import { openQaContract } from './openqa/contract.ts'
import templates from './openqa/templates.json' with { type: 'json' }

const own = { key: '1234567890ABCDEF', secret: 'FEDCBA0987654321' }
let lab: LabOpenQa

beforeAll(async () => {
  // No job ends by itself before a test has ended it, however slow the machine is.
  const jobMinutes = 1e6
  lab = await startLabOpenQa({ clock: runningClock(600), jobMinutes, ...own, templates, outcomes: () => [] })
})

afterAll(() => lab.close())

describe("the lab's openQA", () => {
  openQaContract(() => ({ url: lab.url, user: 'admin', ...own }))
})
