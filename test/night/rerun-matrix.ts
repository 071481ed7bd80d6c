import { availableParallelism } from 'node:os'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { prepareGround, type Ground } from './ground.ts'
import { playRerun } from './play-rerun.ts'
import type { RerunCell } from './rerun-cells.ts'
import { smallFlavors } from './small-night.ts'
import { workflowBundle } from './stage.ts'
import { startInTurns } from './turns.ts'

/** Nights at once: most of a night is waiting. */
const width = 6 * availableParallelism()

/** A mail that was taken while its sender could not know it is sent again, as the same mail. */
function mostDeliveries({ call, moment }: RerunCell): number {
  return call.name === 'report: the mail' && moment === 'after' ? 3 : 2
}

/** The tests of some cells, each a night of its own. */
export function rerunMatrix(cells: readonly RerunCell[]): void {
  let ground: Ground
  let outcomes: ReadonlyMap<RerunCell, ReturnType<typeof playRerun>>

  beforeAll(async () => {
    ground = await prepareGround(inject('temporalAddress'), workflowBundle())
    outcomes = startInTurns(cells, width, (cell) => playRerun(ground, cell))
  })

  afterAll(async () => {
    await Promise.allSettled(outcomes.values())
    await ground[Symbol.asyncDispose]()
  })

  describe('an order in which one call goes wrong restarts each job once, and is reported once', () => {
    const titled = cells.map((cell) => [cell.title, cell] as const)
    test.each(titled)('%s', async (_, cell) => {
      expect(await outcomes.get(cell)).toMatchObject({
        strikes: 1,
        order: 'taken',
        verdict: 'passed',
        edition: 2,
        posted: smallFlavors,
        cloned: [
          'Everything-boot-iso install_default',
          'Server-dvd-iso base_selinux',
          'Server-dvd-iso base_services_start',
          'Server-dvd-iso install_default_upload',
        ],
        editions: [1, 2],
        said: 'since the last report: fixed 4, still failing 0',
        became: ['restarted 4 of 4 jobs'],
        mails: 2,
        inThread: 1,
        deliveries: mostDeliveries(cell),
      })
    })
  })
}
