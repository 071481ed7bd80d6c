import { expect, inject, test } from 'vitest'
import { playManyNights } from './play-many-nights.ts'
import { workflowBundle } from './stage.ts'

test('of twelve nights in which a fifth of all calls go wrong no product is doubled or missing, and each has one report', async () => {
  const options = { nights: 12, seed: 11, share: 0.2, atOnce: 12 }

  const tally = await playManyNights({
    ...options,
    address: inject('temporalAddress'),
    bundle: await workflowBundle(),
  })

  expect(tally).toMatchObject({
    products: 60,
    doubled: [],
    missing: [],
    reports: 12,
    mails: 12,
    wrong: [],
  })
  expect(tally.spoiled / tally.calls).toBeGreaterThan(0.1)
})
