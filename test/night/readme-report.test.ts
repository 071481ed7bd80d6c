import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { failures } from '../../lab/scenarios/failures.ts'
import { startNight } from '../../workers/start-night.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { daysBefore } from '../../compose/naming/calendar.ts'
import { freshDatabase } from '../archive/fresh-database.ts'
import { setStage, withWorker, type Stage } from './stage.ts'

const date = '2026-10-04'

/** A mail without what differs from night to night: ports, times, dates, ids of jobs; and the version. */
function timeless(text: string): string {
  return text
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'http://SERVICE')
    .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'RUN')
    .replaceAll(/\d{4}-\d\d-\d\d|\d{8}/g, 'DATE')
    .replaceAll(/\d\d:\d\d|\d+ s\b/g, 'TIME')
    .replaceAll(/\bNightjar \d+(?:\.\d+)+/g, 'Nightjar VERSION')
    .replaceAll(/\/tests\/\d+/g, '/tests/ID')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

async function playRawhideOf(stage: Stage): Promise<void> {
  const { client, clock, settings } = stage
  const { patience, task_queue: taskQueue } = settings
  const night = { stream: 'rawhide', date: stage.date } as const
  await withWorker(stage, async () => {
    await startNight(client, { night, patience, taskQueue })
    clock.begin()
    await awaitNight(client, nightId(night))
  })
}

test("the report in the README is the mail on the demo's Rawhide", async () => {
  const [, shown = ''] = /```\n(Subject: [\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []
  await using database = await freshDatabase()
  const lent = { ...database, [Symbol.asyncDispose]: async () => {} }
  if (failures.dayBefore === undefined) throw new Error('the demo plays no night before')
  {
    await using before = await setStage(failures.dayBefore, daysBefore(date, 1), { database: lent })
    await playRawhideOf(before)
  }
  await using stage = await setStage(failures, date, { database: lent })
  await playRawhideOf(stage)

  const [mail] = stage.lab.inbox.mails()
  expect(timeless(`Subject: ${mail?.subject}\n\n${mail?.text}`)).toBe(timeless(shown))
})
