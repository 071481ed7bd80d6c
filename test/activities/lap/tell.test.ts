import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { ApplicationFailure } from '@temporalio/common'
import { expect, test } from 'vitest'
import { lapActivity, type Lap } from '../../../activities/lap/lap-activity.ts'
import type { Telling } from '../../../activities/lap/news.ts'
import { toldOf } from '../../../activities/lap/tell.ts'
import { ClientFailure } from '../../../clients/failure.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'

const since = '2026-11-24T05:15:00.000Z'
const telling: Telling = { told: { key: 'STARTED', step: 2 }, tokens: null, since, unansweredSince: null }
const notYet = { kind: 'not-yet', said: '', memory: null } as const

test('one look without an answer is nothing new, and the second is', () => {
  const away = { ...notYet, unanswered: true }

  expect(toldOf(away, { telling, isLate: false })).toEqual(telling.told)
  expect(toldOf(away, { telling: { ...telling, unansweredSince: since }, isLate: false })).toEqual({
    key: 'no answer',
  })
  expect(toldOf(away, { telling: { ...telling, told: null }, isLate: false })).toEqual({ key: 'no answer' })
})

test('that a stage is late is new once', () => {
  const told = toldOf({ ...notYet, told: { key: 'STARTED', step: 2 } }, { telling, isLate: true })

  expect(told).toEqual({ key: 'late STARTED', step: 2 })
})

test('a look that found nothing yet fails without a stack, and says since when nobody answers', async () => {
  await using database = await freshDatabase()
  const lap: Lap = {
    tools: { archive: database.archive, dueOf: () => since },
    night: { stream: 'rawhide', date: '2026-11-24' },
    stage: 'complete',
    pace: { lookMs: 120_000, notBefore: null, until: null, nudged: false, telling },
  }
  const now = Date.now()
  const info = { scheduledTimestampMs: now, scheduleToCloseTimeoutMs: 3_600_000 }
  const environment = new MockActivityEnvironment(info, { logger: new DefaultLogger('ERROR') })

  const failed: unknown = await environment
    .run(() =>
      lapActivity(lap, null, () => {
        throw new ClientFailure('unreachable', 'openQA', 'answered 503')
      }),
    )
    .catch((error: unknown) => error)

  expect(failed).toBeInstanceOf(ApplicationFailure)
  expect(failed).toMatchObject({
    stack: '',
    message: expect.stringMatching(/^openQA: answered 503, since \d\d:\d\d UTC; next look in 2 min$/),
  })
})
