import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { expect, test } from 'vitest'
import type { ReportAnswer, ReportInput, SendInput, Sent } from '../../activities/report-activities.ts'
import { composeReport } from '../../activities/compose-report.ts'
import { sendReport } from '../../activities/send-report.ts'
import type { Delivery } from '../../archive/nights/deliveries.ts'
import type { NightArchive } from '../../archive/night-archive.ts'
import type { Guard, Spoil } from '../../lab/gates/spoil.ts'
import { makeTools } from '../../workers/tools.ts'
import { reportInput } from './report-input.ts'
import { setSmallStage, type SmallStage } from '../night/small-stage.ts'
import { startToCloseTimeoutMs } from './ample-time.ts'

const workflowId = 'nightly/rawhide/2026-11-24'

const absent = reportInput('2026-11-24')

/** What makes a report another edition: another compose that could not be tested. */
function doomed(nth: number): ReportInput['discarded'] {
  return [{ id: `compose ${nth}`, status: 'DOOMED' }]
}

/** A stage without composes whose first mails go wrong. */
function stageOf(...spoils: readonly Spoil[]): Promise<SmallStage> {
  const waiting = [...spoils]
  const guard: Guard = () => waiting.shift() ?? null
  return setSmallStage([], {
    taskQueue: 'none',
    guard,
    patience: { call: '8 min', act: '9 min', send: '9 min' },
  })
}

/** What PostgreSQL says to a user without rights. */
const denied = () => Promise.reject(new Error('permission denied for table'))

/** An archive that takes no note of a delivery: the right to write it is missing. */
function withoutNotes(archive: NightArchive): NightArchive {
  return { ...archive, delivered: denied }
}

/** Tries to deliver the reports of a night: those that the archive takes, or those that it could not take. */
function triesOf({ settings, archive }: Pick<SmallStage, 'settings' | 'archive'>, { recorded = true } = {}) {
  const tools = makeTools(settings, archive)
  const environment = new MockActivityEnvironment(
    { workflowExecution: { workflowId, runId: 'run' }, startToCloseTimeoutMs },
    { logger: new DefaultLogger('ERROR') },
  )
  const numberOf = async (report: ReportInput) => {
    const written: ReportAnswer = await environment.run(composeReport(tools), report)
    return written.edition
  }
  return async (nth = 1, attempt = 1): Promise<Sent> => {
    const report = { ...absent, nth, discarded: doomed(nth) }
    const edition = recorded ? await numberOf(report) : nth
    const input: SendInput = { run: workflowId, edition, recorded, report, recipients: null, attempt }
    return await environment.run(sendReport(tools), input)
  }
}

test('a report is handed over once, however often that is tried', async () => {
  await using stage = await stageOf()
  const send = triesOf(stage)

  const tries = [await send(), await send(), await send()]

  expect(new Set(tries.map(({ messageId }) => messageId)).size).toBe(1)
  expect(tries.flatMap(({ recipients }) => recipients.map(({ state }) => state))).toEqual(
    Array.from({ length: 3 }, () => 'delivered'),
  )
  expect(stage.lab.inbox.deliveries()).toHaveLength(1)
  expect(await stage.archive.deliveriesOf(workflowId)).toMatchObject([
    { edition: 1, state: 'delivered', messageId: tries[0]?.messageId },
  ])
})

test('while a report is handed over, the archive says that nobody knows whether it was taken', async () => {
  const seen: Delivery[] = []
  const spoil: Spoil = {
    when: 'after',
    how: 'answer',
    async meanwhile() {
      seen.push(...(await stage.archive.deliveriesOf(workflowId)))
    },
  }
  await using stage = await stageOf(spoil)

  const { messageId } = await triesOf(stage)()

  expect(seen).toMatchObject([{ state: 'unknown', messageId, attempts: 1 }])
  expect(await stage.archive.deliveriesOf(workflowId)).toMatchObject([{ state: 'delivered', attempts: 1 }])
})

test('a report whose answer is lost is of unknown outcome, and the same mail if it is sent again', async () => {
  await using stage = await stageOf({ when: 'after', how: 'reset' })
  const send = triesOf(stage)

  const first = await send()
  const second = await send(1, 2)
  await send(1, 3)

  expect(first.recipients).toMatchObject([{ state: 'unknown' }])
  expect(second.recipients).toMatchObject([{ state: 'delivered' }])
  expect(stage.lab.inbox.deliveries()).toHaveLength(2)
  expect(stage.lab.inbox.mails()).toHaveLength(1)
})

test('a report that the mail server puts off is to be tried again', async () => {
  await using stage = await stageOf({ when: 'before', how: '502' })

  const { recipients } = await triesOf(stage)()

  expect(recipients).toMatchObject([{ state: 'waiting' }])
  expect(await stage.archive.deliveriesOf(workflowId)).toMatchObject([{ state: 'waiting', attempts: 1 }])
})

test('a mail of the same run that amends the first is another mail', async () => {
  await using stage = await stageOf()
  const send = triesOf(stage)

  await send(1)
  await send(2)

  const [first, amended] = stage.lab.inbox.mails()
  expect(amended?.inReplyTo).toBe(first?.messageId)
  expect((await stage.archive.editionsOf(workflowId)).map(({ number }) => number)).toEqual([1, 2])
})

test('a report that says what the one before says is no new edition, of the same run or of the next', async () => {
  await using stage = await stageOf()
  const tools = makeTools(stage.settings, stage.archive)
  const write = async (runId: string, otherwise: Partial<ReportInput> = {}): Promise<ReportAnswer> => {
    const environment = new MockActivityEnvironment(
      { workflowExecution: { workflowId, runId }, startToCloseTimeoutMs },
      { logger: new DefaultLogger('ERROR') },
    )
    return await environment.run(composeReport(tools), { ...absent, ...otherwise })
  }

  const first = await write('run')
  const later = '2026-11-24T15:00:00.000Z'
  const again = await write('run', { nth: 2, at: later })
  const ofNextRun = await write('next run', { at: later })
  const changed = await write('next run', { nth: 2, at: later, discarded: doomed(1) })

  expect([first, again, ofNextRun, changed].map(({ edition }) => edition)).toEqual([1, 1, 1, 2])
  expect(again.digest).toBe(first.digest)
  expect(changed.digest).not.toBe(first.digest)
  expect(await stage.archive.editionsOf(workflowId)).toHaveLength(2)
})

test('a report that the archive did not take is made again and sent', async () => {
  await using stage = await stageOf()

  await triesOf(stage, { recorded: false })()

  expect(stage.lab.inbox.mails().map(({ subject }) => subject)).toEqual([expect.stringContaining('ABSENT')])
})

test('a try is no failure where the archive takes no note of it: the mail is out', async () => {
  await using stage = await stageOf()

  const { recipients } = await triesOf({ ...stage, archive: withoutNotes(stage.archive) })()

  expect(recipients).toMatchObject([{ state: 'delivered' }])
  expect(stage.lab.inbox.deliveries()).toHaveLength(1)
})

test('a report is written where the archive refuses it for any reason', async () => {
  await using stage = await stageOf()
  const tools = makeTools(stage.settings, { ...stage.archive, recordEdition: denied, closeRun: denied })
  const environment = new MockActivityEnvironment(
    { workflowExecution: { workflowId, runId: 'run' }, startToCloseTimeoutMs },
    { logger: new DefaultLogger('ERROR') },
  )

  const written: ReportAnswer = await environment.run(composeReport(tools), absent)

  expect(written).toMatchObject({ recorded: false, edition: 1, verdict: 'absent' })
})
