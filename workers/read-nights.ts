import {
  WorkflowFailedError,
  WorkflowNotFoundError,
  type Client,
  type WorkflowHandle,
} from '@temporalio/client'
import { rootCause, type ProtoFailure } from '@temporalio/common'
import { decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow/index.js'
import type { OrderName } from '../report/order.ts'
import type { NightProgress } from '../workflows/stage.ts'
import { progressBy } from './orders/ask-run.ts'
import { fittingOrders } from './orders/fitting-orders.ts'
import { ownResult } from './orders/last-result.ts'
import { standsBy, standsOfEnded } from './orders/stands-of-night.ts'

/** One night on the Temporal server. */
interface NightRow {
  readonly night: string
  /** Temporal's id of its run. */
  readonly temporalRun: string
  /** Temporal's status: RUNNING, COMPLETED, FAILED, … */
  readonly status: string
  readonly stage: string
  readonly compose: string
  readonly verdict: string
  /** ISO, UTC. */
  readonly started: string
}

/** A night's row, its stages (null if no worker answers), and the last messages of its pending looks. */
export interface NightDetail extends NightRow {
  readonly progress: NightProgress | null
  readonly pending: readonly string[]
  /** The orders that it takes as it stands; none if no worker answers. */
  readonly fits: readonly OrderName[]
  /** How the run ended without a report; null while it runs, or if it has one. */
  readonly end: string | null
}

/** One night; null if the server has none with this id. */
export async function readNight(client: Client, workflowId: string): Promise<NightDetail | null> {
  const handle = client.workflow.getHandle(workflowId)
  try {
    const run = await handle.describe()
    const pending = await Promise.all(
      (run.raw.pendingActivities ?? []).map((each) => lastWords(client, each)),
    )
    const progress = await progressBy(client, workflowId, run.runId)
    const row = rowOf(run)
    const end = row.verdict === 'unreported' ? await endWith(handle, row.status) : null
    const fits = progress === null ? [] : await fitting(client, row, run, progress)
    return { ...row, progress, pending: pending.filter((said) => said !== ''), fits, end }
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null
    throw error
  }
}

/**
 * How a run ended without a result, such as `it was terminated: a typo`; null while it runs, or if it has a
 * result.
 */
export async function endOfRun(client: Client, workflowId: string): Promise<string | null> {
  const handle = client.workflow.getHandle(workflowId)
  try {
    return await endWith(handle, (await handle.describe()).status.name)
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'Temporal does not know its run any more'
    throw error
  }
}

/** The message of the last failure of an activity, which may be encrypted; empty if it has not failed. */
async function lastWords(
  { options: { loadedDataConverter } }: Client,
  { lastFailure }: { readonly lastFailure?: ProtoFailure | null },
): Promise<string> {
  const error = await decodeOptionalFailureToOptionalError(loadedDataConverter, lastFailure)
  return error?.message ?? ''
}

async function endWith(handle: WorkflowHandle, status: string): Promise<string | null> {
  if (status === 'RUNNING' || status === 'COMPLETED') return null
  const why = status === 'CANCELLED' ? null : await causeOf(handle)
  return `${ends[status] ?? `it ended as ${status}`}${why === null ? '' : `: ${why}`}`
}

/** Why a run that is over has no result. */
async function causeOf(handle: WorkflowHandle): Promise<string | null> {
  try {
    await handle.result()
    return null
  } catch (error) {
    return error instanceof WorkflowFailedError ? (rootCause(error.cause) ?? null) : null
  }
}

const ends: Readonly<Record<string, string>> = {
  CANCELLED: 'it was cancelled',
  FAILED: 'it failed',
  TERMINATED: 'it was terminated',
  TIMED_OUT: 'it timed out',
}

async function fitting(
  client: Client,
  { night: id, status, compose }: NightRow,
  { runId, closeTime }: { readonly runId: string; readonly closeTime?: Date },
  progress: NightProgress,
): Promise<readonly OrderName[]> {
  const last = await ownResult(client, id, { runId, status })
  if (status === 'RUNNING') return fittingOrders(standsBy(progress, last), Date.now())
  const stands = standsOfEnded({ compose, endedAt: closeTime?.toISOString() ?? null }, last)
  return last === null ? [] : fittingOrders(stands, Date.now())
}

function rowOf(run: {
  readonly workflowId: string
  readonly runId: string
  readonly status: { readonly name: string }
  readonly startTime: Date
  readonly typedSearchAttributes: { get(key: { name: string; type: 'KEYWORD' }): string | undefined }
}): NightRow {
  const attribute = (name: string) => run.typedSearchAttributes.get({ name, type: 'KEYWORD' }) ?? ''
  const verdict = attribute('Verdict')
  const isOpen = verdict === '' || verdict === 'none yet'
  return {
    night: run.workflowId,
    temporalRun: run.runId,
    status: run.status.name,
    stage: attribute('Stage'),
    compose: attribute('ComposeId'),
    // A run that was terminated could not say so itself.
    verdict: isOpen && run.status.name !== 'RUNNING' ? 'unreported' : verdict,
    started: run.startTime.toISOString(),
  }
}
