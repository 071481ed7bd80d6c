import { availableParallelism } from 'node:os'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { prepareGround, type Ground } from './ground.ts'
import type { Cell } from './matrix-cells.ts'
import { playCell, type CellOutcome } from './play-cell.ts'
import { smallFlavors } from './small-night.ts'
import { workflowBundle } from './stage.ts'
import { startInTurns } from './turns.ts'

/** Nights at once: most of a night is waiting. */
const width = 10 * availableParallelism()

/** A mail that was taken while its sender could not know it is sent again, as the same mail. */
function mostDeliveries({ call, moment, mishap }: Cell): number {
  return call.name === 'report: the mail' && moment === 'after' && mishap !== 'duplicate' ? 2 : 1
}

/** Nobody may know whether a failure is known if openQA is too slow to say so; the report then says that. */
function isBugUnread({ call, mishap }: Cell): boolean {
  return call.name === 'report: the comments on a job that failed' && mishap === 'timeout'
}

/** The tests of some cells of the matrix, each a night of its own. */
export function faultMatrix(cells: readonly Cell[]): void {
  let ground: Ground
  let outcomes: ReadonlyMap<Cell, Promise<CellOutcome>>

  beforeAll(async () => {
    ground = await prepareGround(inject('temporalAddress'), workflowBundle())
    outcomes = startInTurns(cells, width, (cell) => playCell(ground, cell))
  })

  afterAll(async () => {
    await Promise.allSettled(outcomes.values())
    await ground[Symbol.asyncDispose]()
  })

  describe('a night in which one call goes wrong posts each flavor once, and ends in one report with the right verdict', () => {
    const titled = cells.map((cell) => [cell.title, cell] as const)
    test.each(titled)('%s', async (_, cell) => {
      const outcome = await outcomes.get(cell)
      const isUnread = isBugUnread(cell) && outcome?.report.verdict === 'degraded'
      const [verdict, known] = isUnread ? ['degraded', 0] : ['passed', 1]

      expect(outcome).toMatchObject({
        strikes: 1,
        verdict,
        posted: smallFlavors,
        jobs: 11,
        mostTries: 2,
        editions: 1,
        report: {
          verdict,
          edition: 1,
          posts: { done: smallFlavors.length, refused: [], unknown: [], partial: [], vanished: [] },
          counts: { total: 11, passed: 9, known, flaky: 1 },
          failed: ['Server-dvd-iso base_services_start'],
          flaky: ['Server-dvd-iso base_selinux'],
        },
        mails: [outcome?.subject],
        deliveries: mostDeliveries(cell),
      })
      expect([...new Set(outcome?.redelivered)]).toEqual(cell.mishap === 'duplicate' ? ['was there'] : [])
    })
  })
}
