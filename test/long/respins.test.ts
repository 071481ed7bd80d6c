import { describe, test } from 'vitest'
import type { NightResult } from '../../workflows/night-run.ts'
import { composeNightId, nightId } from '../../compose/naming/night.ts'
import type { ComposeScript, Minute } from '../../lab/script.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { startNight } from '../../workers/start-night.ts'
import type { Patience } from '../../workflows/patience.ts'
import { briefCompose, briefly } from '../night/brief.ts'
import { comingDate } from '../night/coming-date.ts'
import { nightjar } from '../night/nightjar.ts'
import { listed, stageReached } from '../night/play.ts'
import { setStage, withWorker, type Stage } from '../night/stage.ts'
import { soon } from '../night/unhurried.ts'

/** The first compose is complete everywhere, and none of its tests can end before the clock goes on. */
const firstComplete: Minute = 103

/** A respin that begins at a minute and is complete long after the first is tested. */
function respin(appears: Minute): ComposeScript {
  const later = briefCompose({ respin: 1, later: 500 })
  return {
    ...later,
    appears,
    statuses: later.statuses.map((at, nth) => (nth === 0 ? { ...at, at: appears } : at)),
  }
}

/** Koji's answers on a date that is long past are final: the dates are to come. */
function idOf(date: string, nth: number): string {
  return `Fedora-Rawhide-${date.replaceAll('-', '')}.n.${nth}`
}

/** Starts the stage's Rawhide night, which watches for respins by the second. */
async function start(stage: Stage, otherwise: Partial<Patience> = {}): Promise<string> {
  const { client, settings, date } = stage
  const respins = { deadlineMs: 300_000, lapMs: 6000, lookMs: 700 }
  const { workflowId } = await startNight(client, {
    night: { stream: 'rawhide', date },
    patience: { ...settings.patience, respins, ...otherwise },
    taskQueue: settings.task_queue,
  })
  return workflowId
}

/** The result of the run that the watch for respins starts for a compose; the watch then ends. */
async function respinResult(stage: Stage, compose: string): Promise<NightResult> {
  const run = composeNightId('rawhide', compose)
  await listed(stage, `WorkflowId = '${run}'`)
  const result = await awaitNight(stage.client, run)
  const night = nightId({ stream: 'rawhide', date: stage.date })
  await stage.client.workflow.getHandle(`respins/${night}`).terminate('the test is over')
  return result
}

describe.concurrent('a respin', () => {
  test('that comes while its predecessor is tested is tested as well, and both reports name each other', async ({
    expect,
  }) => {
    await using stage = await setStage(briefly('respun', [briefCompose(), respin(104)]), comingDate(41))
    const { clock, lab, date } = stage
    const [first, second] = [idOf(date, 0), idOf(date, 1)]

    const results = await withWorker(stage, async () => {
      const workflowId = await start(stage)
      clock.begin(firstComplete)
      await stageReached(stage, workflowId, 'await')
      clock.begin(105)
      await listed(stage, `WorkflowId = '${composeNightId('rawhide', second)}'`)
      clock.begin()
      return [await awaitNight(stage.client, workflowId), await respinResult(stage, second)]
    })

    expect(results).toMatchObject([
      { compose: first, verdict: 'passed' },
      { compose: second, verdict: 'passed' },
    ])
    const texts = lab.inbox.mails().map(({ text }) => text.replaceAll(/\s+/g, ' '))
    expect(texts).toEqual([
      expect.stringContaining(`A newer respin has come: ${second}. nightly/rawhide/${second} reports on it.`),
      expect.stringContaining(`It is a respin of ${first}. nightly/rawhide/${date} reports on that one.`),
    ])
  })

  test('that comes after the report is tested, and whoever reads that report is told', async ({ expect }) => {
    await using stage = await setStage(briefly('respun-late', [briefCompose(), respin(720)]), comingDate(42))
    const { clock, lab, date } = stage
    const second = idOf(date, 1)

    const result = await withWorker(stage, async () => {
      const workflowId = await start(stage)
      clock.begin(firstComplete)
      await stageReached(stage, workflowId, 'await')
      clock.begin(700)
      await awaitNight(stage.client, workflowId)
      clock.begin()
      return await respinResult(stage, second)
    })
    const shown = await nightjar(stage, 'show', `rawhide/${date}`, '--report')

    expect(result).toMatchObject({ compose: second, verdict: 'passed' })
    expect(lab.inbox.mails()).toHaveLength(2)
    expect(shown.out).toContain(`A respin came after this report: nightjar show ${second} --report`)
  })

  test('is not needed: a compose that comes after the report that there is none is tested', async ({
    expect,
  }) => {
    await using stage = await setStage(briefly('came-late', [briefCompose({ later: 0 })]), comingDate(43))
    const { clock, lab, date } = stage
    const compose = idOf(date, 0)

    const results = await withWorker(stage, async () => {
      const workflowId = await start(stage, { find: soon })
      clock.begin(5)
      const absent = await awaitNight(stage.client, workflowId)
      clock.begin()
      return [absent, await respinResult(stage, compose)]
    })

    expect(results).toMatchObject([{ verdict: 'absent' }, { verdict: 'passed', compose }])
    expect(lab.inbox.mails()[1]?.text.replaceAll(/\s+/g, ' ')).toContain(
      `nightly/rawhide/${date} had no compose; this one came later.`,
    )
  })
})
