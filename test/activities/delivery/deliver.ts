import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import type { ReportAnswer, ReportInput, Sent } from '../../../activities/report-activities.ts'
import { composeReport } from '../../../activities/compose-report.ts'
import { sendReport } from '../../../activities/send-report.ts'
import { ArchiveAway } from '../../../archive/connection/archive-away.ts'
import { makeTools } from '../../../workers/tools.ts'
import type { Settings } from '../../../workers/config/config.ts'
import { setSmallStage, type SmallStage } from '../../night/small-stage.ts'
import { startToCloseTimeoutMs } from '../ample-time.ts'

/** The rules of a configuration. */
export type Rules = NonNullable<Settings['mail']>['rules']

/** An answer of an archive that is away. */
export const away = () => Promise.reject(new ArchiveAway('it is away', null))

/** A stage without composes. */
export function stage(): Promise<SmallStage> {
  const patience = { call: '8 min', act: '9 min', send: '9 min' }
  return setSmallStage([], { taskQueue: 'none', guard: () => null, patience })
}

/** What a delivery is told beside its report. */
interface Told {
  readonly rules: Rules
  readonly left?: readonly string[]
  /** Of a mail server other than the lab's. */
  readonly port?: number
}

/** Writes a report as the next edition of its night, and tries once to deliver it by some rules. */
export async function deliver(
  { settings, archive }: Pick<SmallStage, 'settings' | 'archive'>,
  report: ReportInput,
  { rules, left, port }: Told,
): Promise<Sent> {
  const { mail, ...rest } = settings
  if (mail === undefined) throw new Error('the lab has a mail server')
  const own = { ...mail, to: [], rules, ...(port === undefined ? {} : { host: '127.0.0.1', port }) }
  const tools = makeTools({ ...rest, mail: own }, archive)
  const run = report.workflowId
  const environment = new MockActivityEnvironment(
    { workflowExecution: { workflowId: run, runId: 'run' }, startToCloseTimeoutMs },
    { logger: new DefaultLogger('ERROR') },
  )
  const { edition, recorded }: ReportAnswer = await environment.run(composeReport(tools), report)
  const input = { run, edition, recorded, report, recipients: left ?? null, attempt: left ? 2 : 1 }
  return await environment.run(sendReport(tools), input)
}
