import { once } from 'node:events'
import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import type { JobScript } from '../../lab/script.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { giveOrder, wouldTake } from '../../workers/orders/give-order.ts'
import { knownNight } from '../../workers/orders/known-night.ts'
import { startNight } from '../../workers/start-night.ts'
import { freePort } from '../../workers/temporal/free-port.ts'
import type { Patience } from '../../workflows/patience.ts'
import type { NightResult } from '../../workflows/report.ts'
import type { NightProgress } from '../../workflows/stage.ts'
import { printed } from '../cli/json/printed.ts'
import { briefCompose, briefly } from './brief.ts'
import { nightjar, type Ran } from './nightjar.ts'
import { stageReached } from './play.ts'
import { setStage, withWorker, type Stage } from './stage.ts'
import { unhurried } from './unhurried.ts'

/** A required test that fails until somebody restarts it. */
const failing: readonly JobScript[] = [
  { flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed', passesOnRestart: true },
]

const long = { deadline: '20 min', lap: '1 min', look: '700 ms' }
const stayOpen = { patience: { ...unhurried, watch: long, open: '20 min' } }

/** A stage with a broken night and no second chances: a failed job is the business of those who order. */
async function brokenStage(name: string, date: string, options = {}): Promise<Stage> {
  const stage = await setStage(briefly(name, [briefCompose({ jobs: failing })]), date, options)
  const settings = { ...stage.settings, openqa: { ...stage.settings.openqa, restarts: 0 } }
  stage.clock.begin()
  return { ...stage, settings }
}

async function play(stage: Stage, otherwise: Partial<Patience> = {}): Promise<NightResult> {
  const { client, settings, date } = stage
  const { workflowId } = await startNight(client, {
    night: { stream: 'rawhide', date },
    patience: { ...settings.patience, ...otherwise },
    taskQueue: settings.task_queue,
  })
  return await awaitNight(client, workflowId)
}

/** Plays a broken night that ends with its report. */
async function playToItsEnd(stage: Stage): Promise<NightResult> {
  const { watch } = stage.settings.patience
  return await play(stage, { watch: { ...watch, deadlineMs: 0 } })
}

const progressOf = (stage: Stage) =>
  stage.client.workflow.getHandle(`nightly/rawhide/${stage.date}`).query<NightProgress>('progress')

function restartsOf({ lab }: Stage): number {
  return lab.openqa.requests().filter(({ path }) => path.endsWith('/restart')).length
}

async function asJson(stage: Stage, ...args: readonly string[]): Promise<Ran & { readonly json: unknown }> {
  const ran = await nightjar(stage, ...args, '--json')
  return { ...ran, json: ran.out === '' ? null : printed('nightjar/order/1', ran.out) }
}

/** An openQA that has forgotten its jobs. */
async function emptyOpenQa(): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((_request, response) => response.end('{"jobs": []}'))
  const port = await freePort()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

describe.concurrent('an order', () => {
  test('to run an open night again restarts what failed, once, and reports in the thread', async ({
    expect: expectHere,
  }) => {
    await using stage = await brokenStage('rerun-open', '2026-08-01', stayOpen)
    const night = `nightly/rawhide/${stage.date}`

    await withWorker(stage, async () => {
      expect(await play(stage)).toMatchObject({ verdict: 'broken', edition: 1 })

      // The next night opens before anybody has read the mail on this one.
      const next = { stream: 'rawhide', date: '2026-08-02' } as const
      const due = '2026-08-02T05:15:00.000Z'
      const opened = { id: nightId(next), temporalRun: 'another', ...next, due }
      await stage.archive.openRun(opened, due)
      const dry = await asJson(stage, 'rerun', 'rawhide', '--dry-run')
      expect(dry).toMatchObject({
        code: 0,
        json: { night, answer: 'would be taken', said: 'run what failed again', newRun: false },
      })
      expect(restartsOf(stage)).toBe(0)

      const rerun = await asJson(
        stage,
        'rerun',
        'rawhide',
        '--why',
        'the disk was full',
        '--by',
        'adam',
        '--wait',
      )
      expect(rerun).toMatchObject({
        code: 0,
        json: {
          night,
          answer: 'taken',
          result: { verdict: 'passed', edition: 2 },
        },
      })
      expect(restartsOf(stage)).toBe(1)
      const { status } = await stage.client.workflow.getHandle(night).describe()
      expect(status.name).toBe('COMPLETED')

      await expectHere
        .poll(async () => (await nightjar(stage, 'show', night)).out)
        .toMatch(/run what failed again +adam +the disk was full +restarted 1 of 1 jobs/)
      await expectHere.poll(() => stage.lab.inbox.mails().length).toBe(2)
    })

    const [first, second] = stage.lab.inbox.mails()
    expect(second?.inReplyTo).toBe(first?.messageId)
  })

  test('to run an ended night again starts a run that takes over; a second one at once goes to it', async () => {
    await using stage = await brokenStage('rerun-ended', '2026-08-02')
    const night = `nightly/rawhide/${stage.date}`

    await withWorker(stage, async () => {
      expect(await playToItsEnd(stage)).toMatchObject({ verdict: 'broken', edition: 1 })
      const before = await stage.client.workflow.getHandle(night).describe()
      expect(before.status.name).toBe('COMPLETED')

      const again = await nightjar(stage, 'start', 'rawhide', '--date', stage.date, '--json')
      expect(again.code).toBe(1)
      expect(printed('nightjar/start/2', again.out)).toMatchObject({
        started: false,
        stands: 'ended',
        said: expect.stringMatching(
          `^${night} ended BROKEN at .* UTC; to run it again: nightjar rerun rawhide/${stage.date}$`,
        ),
      })

      const look = await asJson(stage, 'look', night)
      expect(look).toMatchObject({
        code: 1,
        json: {
          answer: 'refused',
          said: expect.stringMatching(
            `^it ended BROKEN at .*; to run it again: nightjar rerun rawhide/${stage.date}$`,
          ),
        },
      })

      const both = await Promise.all([asJson(stage, 'rerun', night), asJson(stage, 'rerun', night)])
      expect(both.map(({ json }) => json)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ answer: 'taken', newRun: true }),
          expect.objectContaining({ answer: 'refused' }),
        ]),
      )
      const result = await awaitNight(stage.client, night)
      expect(result).toMatchObject({ verdict: 'passed', edition: 2 })
      const { memo } = await stage.client.workflow.getHandle(night).describe()
      expect(memo).toEqual({ takesOver: before.runId })
    })

    expect(restartsOf(stage)).toBe(1)
    expect(stage.lab.inbox.mails()).toHaveLength(2)
  })

  test('is refused with the reason and what would help', async () => {
    await using stage = await brokenStage('refused', '2026-08-03', stayOpen)
    const night = `rawhide/${stage.date}`

    await withWorker(stage, async () => {
      await play(stage)
      const finish = await nightjar(stage, 'finish', night, '--why', 'enough')
      const accept = await nightjar(stage, 'accept', night, 'koji', '--why', 'enough')
      const image = await nightjar(stage, 'accept', night, 'Xfce live', '--why', 'a bug')
      const none = await nightjar(stage, 'rerun', 'rawhide/2020-01-01')
      const dry = await asJson(stage, 'finish', night, '--why', 'enough', '--dry-run')

      expect(finish).toMatchObject({
        code: 1,
        err: `nightjar: nightly/${night}: refused: it has reported, and stays open for orders; cancel closes it\n`,
      })
      expect(accept).toMatchObject({ code: 1, err: expect.stringContaining('it is in watch') })
      expect(image).toMatchObject({
        code: 1,
        err: expect.stringContaining('Xfce live: neither missing nor failing; those are: test:base_selinux'),
      })
      expect(none).toMatchObject({ code: 1, err: expect.stringContaining('there is no night') })
      expect(dry).toMatchObject({ code: 1, json: { answer: 'would be refused' } })

      const open = await nightjar(stage, 'start', 'rawhide', '--date', stage.date)
      expect(open).toMatchObject({
        code: 1,
        out: expect.stringContaining(
          `nightly/${night} is open: it reported BROKEN; to run what failed again: `,
        ),
      })
      const cancel = await asJson(stage, 'cancel', night, '--why', 'the test is over', '--wait')
      expect(cancel.json).toMatchObject({
        night: `nightly/${night}`,
        result: { verdict: 'broken', edition: 1 },
      })
    })
  })

  test('while no worker runs ends with 3, and is not carried out when one comes', async ({
    expect: expectHere,
  }) => {
    await using stage = await brokenStage('no-worker', '2026-08-04', stayOpen)
    const night = `nightly/rawhide/${stage.date}`
    await withWorker(stage, async () => await play(stage))

    const rerun = await nightjar(stage, 'rerun', night)
    expect(rerun).toMatchObject({
      code: 3,
      out: '',
      err: `nightjar: ${night}: no worker took it within 5 s; it will not be carried out later; start a worker with: nightjar worker\n`,
    })

    await withWorker(stage, async () => {
      // For its first ten seconds Temporal waits for the worker that is gone.
      await expectHere
        .poll(async () => (await nightjar(stage, 'look', night)).out)
        .toBe(`${night} looks now\n`)
      expect((await progressOf(stage)).orders).toMatchObject([{ name: 'look' }])
      await nightjar(stage, 'cancel', night, '--why', 'the test is over')
    })
    expect(restartsOf(stage)).toBe(0)
  })

  test('to steer a running night moves its deadline, ends its stage, or stops it with a report', async () => {
    await using stage = await brokenStage('steered', '2026-08-05')
    const { clock } = stage
    const night = `nightly/rawhide/${stage.date}`

    await withWorker(stage, async () => {
      // By minute 103 the compose is complete, and no test can end before the clock goes on.
      clock.begin(103)
      const { client, settings, date } = stage
      await startNight(client, {
        night: { stream: 'rawhide', date },
        patience: settings.patience,
        taskQueue: settings.task_queue,
      })
      await stageReached(stage, night, 'await')

      const extend = await nightjar(stage, 'extend', night, '4h', '--by', 'adam')
      expect(extend).toMatchObject({
        code: 0,
        out: expect.stringMatching(`^${night}: await now ends at ..:.. UTC`),
      })
      const rerun = await nightjar(stage, 'rerun', night)
      expect(rerun).toMatchObject({ code: 1, err: expect.stringContaining('use extend or finish') })
      const again = await nightjar(stage, 'start', 'rawhide', '--date', date)
      expect(again).toMatchObject({ code: 0, out: `${night} was started before: it is in await\n` })

      const shown = await nightjar(stage, 'show', night)
      expect(shown.out).toContain(
        'orders that fit now: nightjar extend|finish|cancel|look rawhide/2026-08-05',
      )

      const cancel = await asJson(stage, 'cancel', night, '--why', 'openQA moves', '--wait')
      expect(cancel).toMatchObject({ code: 1, json: { result: { outcome: 'cancelled' } } })
      const { status } = await client.workflow.getHandle(night).describe()
      expect(status.name).toBe('COMPLETED')
    })
  })

  test('is refused to a night that ended without a report, which is to be started again', async () => {
    await using stage = await setStage(briefly('no-report', [briefCompose()]), '2026-08-08')
    const night = `nightly/rawhide/${stage.date}`
    await nightjar(stage, 'start', 'rawhide', '--date', stage.date)
    await stage.client.workflow.getHandle(night).terminate('a typo')

    const rerun = await nightjar(stage, 'rerun', night)
    const again = await nightjar(stage, 'start', 'rawhide', '--date', stage.date)
    await stage.client.workflow.getHandle(night).terminate('the test is over')

    expect(rerun).toMatchObject({
      code: 1,
      err: `nightjar: ${night}: refused: it ended without a report; to start it again: nightjar start rawhide --date ${stage.date}\n`,
    })
    expect(again).toMatchObject({ code: 0, out: `${night} started\n` })
  })

  test('takes over from the archive where the run was terminated after its report', async () => {
    await using stage = await brokenStage('terminated-after', '2026-08-06', stayOpen)
    const night = `nightly/rawhide/${stage.date}`
    await withWorker(stage, async () => await play(stage))
    await stage.client.workflow.getHandle(night).terminate('a mistake')

    const start = await nightjar(stage, 'start', 'rawhide', '--date', stage.date)
    expect(start).toMatchObject({ code: 1, out: expect.stringContaining('to run it again: nightjar rerun') })
    const known = await knownNight(stage.client, stage.settings, [night])
    if (known === null) throw new Error(`there is no ${night}`)
    await using empty = await emptyOpenQa()
    const forgetful = { ...stage.settings, openqa: { ...stage.settings.openqa, url: empty.url } }
    const gone = await giveOrder(stage.client, forgetful, known, { name: 'rerun', request: {} })
    expect(gone).toMatchObject({
      kind: 'refused',
      said: 'openQA has no job of this compose any more; --from schedule posts it again',
    })

    const forgotten = { ...known, run: null }
    expect(
      await wouldTake(stage.client, stage.settings, forgotten, { name: 'rerun', request: {} }),
    ).toMatchObject({
      kind: 'would be taken',
      said: 'a new run takes over: run what failed again',
    })

    // No worker: the run cannot say what it reported, and the order waits in its input.
    const rerun = await asJson(stage, 'rerun', night)
    expect(rerun).toMatchObject({ code: 0, json: { answer: 'taken', newRun: true } })

    const result = await withWorker(stage, async () => await awaitNight(stage.client, night))
    expect(result).toMatchObject({ verdict: 'passed', edition: 2 })
    expect(restartsOf(stage)).toBe(1)
    const flavors = stage.lab.openqa.posts().map(({ settings }) => settings['FLAVOR'])
    expect(flavors).toEqual([...new Set(flavors)])
  })
})

test('a night is followed until it ends, one line a change', async () => {
  await using stage = await setStage(briefly('followed', [briefCompose()]), '2026-08-07')
  const night = `nightly/rawhide/${stage.date}`
  const [followed] = await withWorker(stage, async () => {
    const { client, settings, date } = stage
    await startNight(client, {
      night: { stream: 'rawhide', date },
      patience: settings.patience,
      taskQueue: settings.task_queue,
    })
    stage.clock.begin()
    return await Promise.all([nightjar(stage, 'show', night, '--follow'), awaitNight(client, night)])
  })

  expect(followed).toMatchObject({ code: 0, err: '' })
  expect(followed.out).toMatch(/^\d\d:\d\d:\d\d nightly\/rawhide\/2026-08-07: none yet /)
  expect(followed.out).toMatch(/ report done: \[Rawhide\] /)
  expect(followed.out).toMatch(/ passed \(Fedora-Rawhide-20260807\.n\.0, run completed\)\n/)
})
