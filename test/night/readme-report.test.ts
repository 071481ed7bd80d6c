import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { failures } from '../../lab/scenarios/failures.ts'
import { startNight } from '../../workers/start-night.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { setStage, withWorker } from './stage.ts'

const date = '2026-10-04'

/** A mail without what differs from night to night: ports, times, dates, ids of jobs. */
function timeless(text: string): string {
  return text
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'http://SERVICE')
    .replaceAll(/\d{4}-\d\d-\d\d|\d{8}/g, 'DATE')
    .replaceAll(/\d\d:\d\d|\d+ s\b/g, 'TIME')
    .replaceAll(/\/tests\/\d+/g, '/tests/ID')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

test("the report in the README is the mail on the demo's Rawhide", async () => {
  const [, shown = ''] = /```\n(Subject: [\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []
  await using stage = await setStage(failures, date)
  const { client, clock, lab, settings } = stage
  const { patience, task_queue: taskQueue } = settings

  await withWorker(stage, async () => {
    await startNight(client, { night: { stream: 'rawhide', date }, patience, taskQueue })
    clock.begin()
    await awaitNight(client, nightId({ stream: 'rawhide', date }))
  })

  const [mail] = lab.inbox.mails()
  expect(timeless(`Subject: ${mail?.subject}\n\n${mail?.text}`)).toBe(timeless(shown))
})
