import { expect, test } from 'vitest'
import { deliverReport } from '../../activities/deliver-report.ts'
import { UnknownOutcome } from '../../clients/unknown-outcome.ts'
import type { Guard, Spoil } from '../../lab/gates/spoil.ts'
import { makeReport } from '../../report/make-report.ts'
import { makeTools } from '../../workers/tools.ts'
import { green } from '../report/green-night.ts'
import { setSmallStage, type SmallStage } from '../night/small-stage.ts'

/** A stage without composes whose first mails go wrong. */
function stageOf(...spoils: readonly Spoil[]): Promise<SmallStage> {
  const waiting = [...spoils]
  const guard: Guard = () => waiting.shift() ?? null
  return setSmallStage([], { taskQueue: 'none', guard, patience: { call: '8 min', act: '9 min' } })
}

async function deliveryOf(stage: SmallStage) {
  const tools = makeTools(stage.settings)
  const report = await tools.archive.keep(makeReport(green))
  return { tools, deliver: () => deliverReport(tools)({ report }) }
}

test('a report is handed over once, however often its delivery is run', async () => {
  await using stage = await stageOf()
  const { deliver } = await deliveryOf(stage)

  const receipts = [await deliver(), await deliver(), await deliver()]

  expect(new Set(receipts.map(({ messageId }) => messageId)).size).toBe(1)
  expect(stage.lab.inbox.deliveries()).toHaveLength(1)
})

test('a report that was lost on its way back is handed over again as the same mail, and then no more', async () => {
  await using stage = await stageOf({ when: 'after', how: 'reset' })
  const { deliver } = await deliveryOf(stage)

  await expect(deliver()).rejects.toBeInstanceOf(UnknownOutcome)
  await deliver()
  await deliver()

  expect(stage.lab.inbox.mails()).toHaveLength(1)
  expect(stage.lab.inbox.deliveries()).toHaveLength(2)
})

test('a mail of the same run that amends the first is another mail', async () => {
  await using stage = await stageOf()
  const { tools, deliver } = await deliveryOf(stage)
  const second = await tools.archive.keep(makeReport({ ...green, edition: 2 }))

  await deliver()
  await deliverReport(tools)({ report: second })

  const [first, amended] = stage.lab.inbox.mails()
  expect(amended?.inReplyTo).toBe(first?.messageId)
})
