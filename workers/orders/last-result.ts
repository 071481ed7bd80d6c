import { CancelledFailure } from '@temporalio/common'
import { WorkflowFailedError, type Client } from '@temporalio/client'
import type { NightResult } from '../../workflows/night-run.ts'
import { askArchive } from '../archive-place.ts'
import type { Settings } from '../config/config.ts'
import { reportedBy } from './ask-run.ts'
import { resultOfReport } from './result-of-report.ts'
import type { DescribedRun, KnownNight } from './known-night.ts'

/**
 * What a night last reported, once its run has ended: what the run returned; what it says of itself, if it
 * was stopped and a worker can tell; else what the archive has. Null if it never reported.
 * @throws ArchiveAway
 */
export async function lastResult(
  client: Client,
  settings: Settings,
  { id, run }: KnownNight,
): Promise<NightResult | null> {
  const own = run === null ? null : await ownResult(client, id, run)
  return own ?? (await fromArchive(settings, id))
}

/** The same, as far as Temporal can tell. */
export async function ownResult(
  client: Client,
  id: string,
  { runId, status }: Pick<DescribedRun, 'runId' | 'status'>,
): Promise<NightResult | null> {
  const own = status === 'COMPLETED' ? await returned(client, id, runId) : await reportedBy(client, id, runId)
  // A run of an older program left nothing behind that another one could go on from.
  return own?.outcome === 'covered' || own?.left ? own : null
}

async function returned(client: Client, id: string, runId: string): Promise<NightResult | null> {
  try {
    const result: NightResult = await client.workflow.getHandle(id, runId).result()
    return result
  } catch (error) {
    if (error instanceof WorkflowFailedError || error instanceof CancelledFailure) return null
    throw error
  }
}

async function fromArchive(settings: Settings, id: string): Promise<NightResult | null> {
  const { parseReport } = await import('../../report/report-schema.ts')
  return await askArchive(settings, async (archive) => {
    const whole = await archive.night(id)
    if (whole?.report == null) return null
    return resultOfReport(parseReport(whole.report), whole.night.outcome, whole.night.subject ?? '')
  })
}
