import { setTimeout as sleep } from 'node:timers/promises'
import { WorkflowFailedError } from '@temporalio/client'
import { describe, expect, test } from 'vitest'
import type { NightResult } from '../../workflows/night-run.ts'
import type { NightProgress } from '../../workflows/stage.ts'
import { idOf, startRawhide, tracesOf } from './traces.ts'
import { nightjar } from './nightjar.ts'
import { brokenStage, play, stayOpen } from './ordered.ts'
import { stageReached } from './play.ts'
import { resetNight, type Place } from './reset.ts'
import { withWorker, type Stage } from './stage.ts'

const runOf = (stage: Stage, runId?: string) => stage.client.workflow.getHandle(idOf(stage), runId)

/** What a night with one failed job leaves behind that was run again once, and passed. */
const mended = {
  postedTwice: 0,
  clones: ['base_selinux'],
  editions: ['1 broken', '2 passed'],
  mails: 2,
  deliveries: 2,
}

/** What such a night leaves behind before anybody runs the job again. */
const broken = { postedTwice: 0, clones: [], editions: ['1 broken'], mails: 1, deliveries: 1 }

/** Lets an open night look at openQA a few times. */
async function afterSomeLooks(): Promise<void> {
  await sleep(3000)
}

describe.concurrent('a night that is reset', () => {
  test('to the task that took an order carries it out again, and restarts no job a second time', async ({
    expect: expectHere,
  }) => {
    await using stage = await brokenStage('reset-order', '2026-08-11', stayOpen)

    await withWorker(stage, async () => {
      await play(stage)
      // As Temporal's UI gives it: without an expiry.
      await runOf(stage).executeUpdate('rerun', { args: [{ by: 'adam', jobs: 'failed' }] })
      expect(await runOf(stage).result()).toMatchObject({ verdict: 'passed', edition: 2 })
      await expectHere.poll(() => tracesOf(stage)).toEqual(mended)

      const again = await resetNight(stage, idOf(stage), 'the task that took the order')

      expect(await runOf(stage, again).result()).toMatchObject({ verdict: 'passed', edition: 2 })
      const { orders } = await runOf(stage, again).query<NightProgress>('progress')
      expect(orders).toMatchObject([{ name: 'rerun', by: 'adam', became: 'restarted 1 of 1 jobs' }])
      await afterSomeLooks()
    })

    expect(await tracesOf(stage)).toEqual(mended)
  })

  test('to the task that took an order of a command, which has expired, sees by itself what became of it', async ({
    expect: expectHere,
  }) => {
    await using stage = await brokenStage('reset-command', '2026-08-12', stayOpen)

    await withWorker(stage, async () => {
      await play(stage)
      await nightjar(stage, 'rerun', idOf(stage), '--wait')
      await expectHere.poll(() => tracesOf(stage)).toEqual(mended)
      // An order expires four seconds after it was given.
      await sleep(4000)

      const again = await resetNight(stage, idOf(stage), 'the task that took the order')

      expect(await runOf(stage, again).result()).toMatchObject({ verdict: 'passed', edition: 2 })
      await afterSomeLooks()
    })

    expect(await tracesOf(stage)).toEqual(mended)
  })

  test.for<{ place: Place; date: string }>([
    { place: 'the first task after the report', date: '2026-08-13' },
    { place: 'the next task', date: '2026-08-14' },
  ])(
    'to $place reports again only once the answer has changed',
    async ({ place, date }, { expect: expectHere }) => {
      await using stage = await brokenStage(`reset-${date}`, date, stayOpen)

      await withWorker(stage, async () => {
        expect(await play(stage)).toMatchObject({ verdict: 'broken', edition: 1 })

        await resetNight(stage, idOf(stage), place)
        await stageReached(stage, idOf(stage), 'watch')
        await afterSomeLooks()
        expect(await runOf(stage).query<NightResult>('reported')).toMatchObject({ edition: 1 })
        expect(await tracesOf(stage)).toEqual(broken)

        const rerun = await nightjar(stage, 'rerun', idOf(stage), '--wait')
        expect(rerun).toMatchObject({ code: 0, out: expect.stringContaining('PASSED (amended)') })
      })

      await expectHere.poll(() => tracesOf(stage)).toEqual(mended)
    },
  )
})

describe.concurrent('a night that a person stops', () => {
  test('by Temporal’s Cancel reports that it is CANCELLED, as the list says', async ({
    expect: expectHere,
  }) => {
    await using stage = await brokenStage('cancelled-in-await', '2026-08-15', stayOpen)

    await withWorker(stage, async () => {
      await startRawhide(stage)
      // By minute 103 the compose is complete, and no test can end before the clock goes on.
      stage.clock.begin(103)
      await stageReached(stage, idOf(stage), 'await')
      await runOf(stage).cancel()
      await expect(runOf(stage).result()).rejects.toBeInstanceOf(WorkflowFailedError)
      await expectHere.poll(() => tracesOf(stage)).toMatchObject({ editions: ['1 cancelled'], mails: 1 })
    })

    expect((await runOf(stage).describe()).status.name).toBe('CANCELLED')
    expect(stage.lab.inbox.mails()[0]?.subject).toContain('CANCELLED')
    const list = await nightjar(stage, 'list')
    expect(list.out).toMatch(new RegExp(`^${idOf(stage)} +cancelled `, 'm'))
  })

  test('by Terminate, and starts again, is tested to its end, and posts nothing twice', async ({
    expect: expectHere,
  }) => {
    await using stage = await brokenStage('terminated-in-await', '2026-08-16', stayOpen)

    await withWorker(stage, async () => {
      await startRawhide(stage)
      stage.clock.begin(103)
      await stageReached(stage, idOf(stage), 'await')
      await runOf(stage).terminate('a mistake')

      const start = await nightjar(stage, 'start', 'rawhide', '--date', stage.date)
      expect(start).toMatchObject({ code: 0, err: '' })
      await stageReached(stage, idOf(stage), 'await')
      stage.clock.begin()
      await stageReached(stage, idOf(stage), 'watch')
      await expectHere.poll(() => tracesOf(stage)).toEqual(broken)
    })
  })
})
