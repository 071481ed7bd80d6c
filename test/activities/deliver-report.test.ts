import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { expect, test } from 'vitest'
import type { DeliveryAnswer, ReportAnswer, ReportInput } from '../../activities/activities.ts'
import { composeReport } from '../../activities/compose-report.ts'
import { deliverReport } from '../../activities/deliver-report.ts'
import { UnknownOutcome } from '../../clients/unknown-outcome.ts'
import type { Guard, Spoil } from '../../lab/gates/spoil.ts'
import { makeTools } from '../../workers/tools.ts'
import { setSmallStage, type SmallStage } from '../night/small-stage.ts'

const workflowId = 'nightly/rawhide/2026-11-24'

/** What the report of a night without a compose is made of. */
const absent: ReportInput = {
  night: { stream: 'rawhide', date: '2026-11-24' },
  workflowId,
  outcome: 'absent',
  why: 'no compose came',
  compose: null,
  status: '',
  discarded: [],
  plan: null,
  mode: 'post',
  posts: [],
  jobs: null,
  refusedRestarts: [],
  stages: [],
  at: '2026-11-24T11:00:00.000Z',
  nth: 1,
}

/** A stage without composes whose first mails go wrong. */
function stageOf(...spoils: readonly Spoil[]): Promise<SmallStage> {
  const waiting = [...spoils]
  const guard: Guard = () => waiting.shift() ?? null
  return setSmallStage([], { taskQueue: 'none', guard, patience: { call: '8 min', act: '9 min' } })
}

/** Delivers the reports of a night: those that the archive takes, or those that it could not take. */
function deliveryOf({ settings, archive }: SmallStage, { recorded = true } = {}) {
  const tools = makeTools(settings, archive)
  const environment = new MockActivityEnvironment(
    { workflowExecution: { workflowId, runId: 'run' } },
    { logger: new DefaultLogger('ERROR') },
  )
  const numberOf = async (report: ReportInput) => {
    const written: ReportAnswer = await environment.run(composeReport(tools), report)
    return written.edition
  }
  return async (nth = 1): Promise<DeliveryAnswer> => {
    const report = { ...absent, nth }
    const edition = recorded ? await numberOf(report) : nth
    return await environment.run(deliverReport(tools), { edition, recorded, report })
  }
}

test('a report is handed over once, however often its delivery is run', async () => {
  await using stage = await stageOf()
  const deliver = deliveryOf(stage)

  const receipts = [await deliver(), await deliver(), await deliver()]

  expect(new Set(receipts.map(({ messageId }) => messageId)).size).toBe(1)
  expect(stage.lab.inbox.deliveries()).toHaveLength(1)
  expect(await stage.archive.deliveriesOf(workflowId)).toMatchObject([
    { edition: 1, state: 'delivered', messageId: receipts[0]?.messageId },
  ])
})

test('a report that was lost on its way back is handed over again as the same mail, and then no more', async () => {
  await using stage = await stageOf({ when: 'after', how: 'reset' })
  const deliver = deliveryOf(stage)

  await expect(deliver()).rejects.toBeInstanceOf(UnknownOutcome)
  await deliver()
  await deliver()

  expect(stage.lab.inbox.mails()).toHaveLength(1)
  expect(stage.lab.inbox.deliveries()).toHaveLength(2)
})

test('a mail of the same run that amends the first is another mail', async () => {
  await using stage = await stageOf()
  const deliver = deliveryOf(stage)

  await deliver(1)
  await deliver(2)

  const [first, amended] = stage.lab.inbox.mails()
  expect(amended?.inReplyTo).toBe(first?.messageId)
  expect((await stage.archive.editionsOf(workflowId)).map(({ number }) => number)).toEqual([1, 2])
})

test('a report that the archive did not take is made again and delivered', async () => {
  await using stage = await stageOf()

  await deliveryOf(stage, { recorded: false })()

  expect(stage.lab.inbox.mails().map(({ subject }) => subject)).toEqual([expect.stringContaining('ABSENT')])
})
