import { describe, expect, test } from 'vitest'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { nightId } from '../../compose/naming/night.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { knownNight } from '../../workers/orders/known-night.ts'
import { freePort } from '../../workers/temporal/free-port.ts'
import { printed } from '../cli/json/printed.ts'
import { nightjar } from './nightjar.ts'
import { giveOrder, wouldTake } from '../../workers/orders/give-order.ts'
import { stayOpen, brokenStage, play, playToItsEnd, restartsOf, asJson } from './ordered.ts'
import { withWorker } from './stage.ts'

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
