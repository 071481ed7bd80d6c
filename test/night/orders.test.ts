import { describe, expect, test } from 'vitest'
import { awaitNight } from '../../workers/await-night.ts'
import { startNight } from '../../workers/start-night.ts'
import { nightjar, startNightjar } from './nightjar.ts'
import { stageReached } from './play.ts'
import { briefCompose, briefly } from './brief.ts'
import { stayOpen, brokenStage, play, progressOf, restartsOf, asJson } from './ordered.ts'
import { setStage, withWorker } from './stage.ts'

describe.concurrent('an order', () => {
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
        err: expect.stringContaining(
          'Xfce live: neither missing nor failing, or accepted already; those are: test:base_selinux',
        ),
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
        out: expect.stringMatching(
          `^${night}: await now ends at (?:\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d UTC`,
        ),
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
    expect(again).toMatchObject({
      code: 0,
      out: expect.stringContaining(`${night} started late, as it was due ${stage.date}`),
    })
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
    // However long a command takes to start, it sees the night begin.
    const follow = startNightjar(stage, 'show', night, '--follow')
    await follow.begun
    stage.clock.begin()
    return await Promise.all([follow.ended, awaitNight(client, night)])
  })

  expect(followed).toMatchObject({ code: 0, err: '' })
  expect(followed.out).toMatch(/^\d\d:\d\d:\d\d nightly\/rawhide\/2026-08-07: none yet /)
  expect(followed.out).toMatch(/ report done: \[Rawhide\] /)
  expect(followed.out).toMatch(/ passed \(Fedora-Rawhide-20260807\.n\.0, run completed\)\n/)
})
