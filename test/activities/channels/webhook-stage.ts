import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { sendOnChannel } from '../../../activities/channels/send-on-channel.ts'
import { composeReport } from '../../../activities/compose-report.ts'
import type { ReportAnswer, ReportInput, SentOnChannel } from '../../../activities/report-activities.ts'
import type { NightArchive } from '../../../archive/night-archive.ts'
import { makeTools } from '../../../workers/tools.ts'
import type { Settings } from '../../../workers/config/config.ts'
import type { SmallStage } from '../../night/small-stage.ts'
import { startToCloseTimeoutMs } from '../ample-time.ts'

/** The secret of the webhooks of tests. */
export const secret: string = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

/** The settings of a stage, with a webhook `qa-hook` at a URL. */
export async function withWebhook(
  { settings }: Pick<SmallStage, 'settings'>,
  url: string,
  otherwise: Partial<Settings['webhook'][number]> = {},
): Promise<Settings> {
  const file = join(settings.folder, 'qa-hook.secret')
  await writeFile(file, `${secret}\n`)
  return { ...settings, webhook: [{ name: 'qa-hook', url, secret_file: file, when: 'always', ...otherwise }] }
}

/** What a try is told beside its report. */
interface Told {
  readonly channel?: string
  readonly recorded?: boolean
  readonly left?: readonly string[]
}

/** Writes a report as the next edition of its night, and tries once to hand it over on a channel. */
export async function tryChannel(
  { settings, archive }: { readonly settings: Settings; readonly archive: NightArchive },
  report: ReportInput,
  { channel = 'qa-hook', recorded, left }: Told = {},
): Promise<SentOnChannel & { readonly written: ReportAnswer }> {
  const tools = makeTools(settings, archive)
  const run = report.workflowId
  const environment = new MockActivityEnvironment(
    { workflowExecution: { workflowId: run, runId: 'run' }, startToCloseTimeoutMs },
    { logger: new DefaultLogger('ERROR') },
  )
  const written: ReportAnswer = await environment.run(composeReport(tools), report)
  const { edition } = written
  const about = { run, edition, recorded: recorded ?? written.recorded, report }
  const asked = { ...about, recipients: left ?? null, attempt: left ? 2 : 1, channel }
  const sent: SentOnChannel = await environment.run(sendOnChannel(tools), asked)
  return { ...sent, written }
}
