import { WorkflowNotFoundError, type Client } from '@temporalio/client'
import { askArchive } from '../archive-place.ts'
import type { Settings } from '../config/config.ts'

/** The newest run of a night on the Temporal server. */
export interface DescribedRun {
  readonly runId: string
  /** Temporal's status: RUNNING, COMPLETED, FAILED, … */
  readonly status: string
  readonly stage: string
  /** As its search attribute says; empty before the first. */
  readonly verdict: string
  readonly compose: string | null
  readonly due: string
  /** Whether it took over a run that had reported. */
  readonly isTakeover: boolean
  /** ISO, UTC. */
  readonly startedAt: string
  readonly endedAt: string | null
}

/** A night that can be ordered something. */
export interface KnownNight {
  /** The workflow id. */
  readonly id: string
  readonly compose: string | null
  /** Null if Temporal has forgotten it: then only the archive knows it. */
  readonly run: DescribedRun | null
  /** ISO: when it was due, by the archive; null if Temporal knows it. */
  readonly due: string | null
}

/** The newest run of a night; null where the server has none. */
export async function newestRun(client: Client, workflowId: string): Promise<DescribedRun | null> {
  try {
    const { runId, status, startTime, closeTime, memo, typedSearchAttributes } = await client.workflow
      .getHandle(workflowId)
      .describe()
    const attribute = (name: string) => typedSearchAttributes.get({ name, type: 'KEYWORD' }) ?? ''
    return {
      runId,
      status: status.name,
      stage: attribute('Stage'),
      verdict: attribute('Verdict').replace('none yet', ''),
      compose: attribute('ComposeId') || null,
      due: attribute('DueDate'),
      isTakeover: memo?.['takesOver'] !== undefined,
      startedAt: startTime.toISOString(),
      endedAt: closeTime?.toISOString() ?? null,
    }
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null
    throw error
  }
}

/**
 * The first of some nights that Temporal knows, else the first that the archive knows; null where neither
 * does. Only those count that are meant. @throws ArchiveAway
 */
export async function knownNight(
  client: Client,
  settings: Settings,
  ids: readonly string[],
  isMeant: (run: string, compose: string | null) => boolean = () => true,
): Promise<KnownNight | null> {
  for (const id of ids) {
    const run = await newestRun(client, id)
    if (run !== null && isMeant(id, run.compose)) return { id, compose: run.compose, run, due: null }
  }
  const lines = await askArchive(settings, (archive) =>
    Promise.all(ids.map((run) => archive.nights({ run, limit: 1 }))),
  )
  const line = lines?.flat().find(({ run, compose }) => isMeant(run, compose))
  return line === undefined ? null : { id: line.run, compose: line.compose, run: null, due: line.due }
}
