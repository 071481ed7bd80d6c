import { expect, test } from 'vitest'
import type { NightResult } from '../../workflows/night-run.ts'
import { nightId } from '../../compose/naming/night.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { labStreams } from '../../lab/streams.ts'
import { scenarios } from '../../lab/scenarios.ts'
import type { Minute, LabScenario } from '../../lab/script.ts'
import { startNight } from '../../workers/start-night.ts'
import type { Patience } from '../../workflows/patience.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { comingDate } from './coming-date.ts'
import { setStage, withWorker, type Stage } from './stage.ts'
import { soon } from './unhurried.ts'

async function playBothNights(stage: Stage, { expects }: LabScenario): Promise<readonly NightResult[]> {
  const { client, settings, date, clock } = stage
  const { task_queue: taskQueue } = settings
  return await withWorker(stage, async () => {
    await Promise.all(
      labStreams.map((stream) =>
        startNight(client, {
          night: { stream, date },
          patience: patienceFor(expects[stream], settings.patience),
          taskQueue,
        }),
      ),
    )
    clock.begin()
    return await Promise.all(labStreams.map((stream) => awaitNight(client, nightId({ stream, date }))))
  })
}

/** Longer than a busy machine takes to find a compose. */
const findMs = 120_000

/** Only a stage that is to end at its deadline has one that comes soon. */
function patienceFor(verdict: string, patience: Patience): Patience {
  if (verdict === 'absent' || verdict === 'neutral') return { ...patience, find: soon }
  if (verdict !== 'unfinished') return patience
  // After a dead compose the find stage goes on, and keeps its deadline where that is the later one.
  return { ...patience, find: { ...patience.find, deadlineMs: findMs }, complete: soon }
}

/** The minute of the first post for a stream's compose; null where nothing was posted. */
function firstPost({ lab }: Stage, stream: Stream): Minute | null {
  const posts = lab.openqa
    .requests()
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/isos'))
  const own = posts.filter(({ params }) => (params['VERSION'] === 'Rawhide') === (stream === 'rawhide'))
  return own.length === 0 ? null : Math.min(...own.map(({ at }) => at))
}

/** Tests that play some scenarios of the lab, by their names; each has dates of its own. */
export function scenarioTests(isMeant: (name: string) => boolean): void {
  const dated = scenarios.map((scenario, nth) => ({ ...scenario, date: comingDate(nth) }))
  test.concurrent.each(dated.filter(({ name }) => isMeant(name)))(
    '$name: $title, and one report comes of each stream, with the verdict that the script implies',
    async ({ date, ...scenario }) => {
      await using stage = await setStage(scenario, date)

      const results = await playBothNights(stage, scenario)

      expect(Object.fromEntries(labStreams.map((stream, at) => [stream, results[at]?.verdict]))).toEqual(
        scenario.expects,
      )
      expect(
        stage.lab.inbox
          .mails()
          .map(({ subject }) => subject)
          .toSorted(),
      ).toEqual(results.map(({ subject }) => subject).toSorted())
      expect(stage.lab.inbox.deliveries()).toHaveLength(labStreams.length)
      const posted = stage.lab.openqa
        .posts()
        .map(({ settings }) => [settings['BUILD'], settings['FLAVOR'], settings['ARCH']].join(' '))
      expect(posted).toEqual([...new Set(posted)])
      for (const stream of labStreams) {
        const completeAt = scenario.completeAt?.[stream] ?? 0
        expect(firstPost(stage, stream) ?? Infinity).toBeGreaterThanOrEqual(completeAt)
      }
    },
  )
}
