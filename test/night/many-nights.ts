import { availableParallelism } from 'node:os'
import { expect, inject, test } from 'vitest'
import { playManyNights } from './play-many-nights.ts'
import { workflowBundle } from './stage.ts'

/** The test of many nights in one lab. The seed says which fifth of all calls goes wrong. */
export function manyNightsTest({
  nights,
  seed,
  products,
}: Readonly<Record<'nights' | 'seed' | 'products', number>>): void {
  test(`of ${nights} nights in which a fifth of all calls go wrong no product is doubled or missing, and each has one report`, async () => {
    const tally = await playManyNights({
      nights,
      seed,
      share: 0.2,
      atOnce: 12 * availableParallelism(),
      address: inject('temporalAddress'),
      bundle: workflowBundle(),
    })

    expect(tally).toMatchObject({
      products,
      doubled: [],
      missing: [],
      reports: nights,
      silent: [],
      wrong: [],
    })
    expect(tally.mails).toBeGreaterThan(0.8 * nights)
    expect(tally.mostCopies).toBeLessThanOrEqual(2)
    expect(tally.spoiled / tally.calls).toBeGreaterThan(0.1)
  })
}
