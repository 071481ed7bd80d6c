import type { Client } from '@temporalio/client'
import type { NightResult } from '../../workflows/night-run.ts'
import type { Stands } from '../../workflows/orders/refusal.ts'
import { standsOf } from '../../workflows/orders/stands.ts'
import type { NightProgress } from '../../workflows/stage.ts'
import { reportedBy } from './last-result.ts'

/** How long a worker may take to answer a query. */
const queryMs = 5000

/** How a night that runs stands, as far as a command can tell; null if no worker answers. */
export async function standsOfRunning(client: Client, id: string, runId: string): Promise<Stands | null> {
  const progress = await progressBy(client, id, runId)
  return progress === null ? null : standsBy(progress, await reportedBy(client, id, runId))
}

/** How a night that runs stands by its answers to the two queries. */
export function standsBy(progress: NightProgress, last: NightResult | null): Stands {
  const busy = progress.orders?.find(({ became }) => became === '')
  const state = {
    last,
    waiting: null,
    underWay: null,
    stopped: null,
    finished: null,
    accepted: [],
    waived: [],
  }
  return { ...standsOf(progress, state), busyWith: busy?.asked ?? null }
}

/** How a night stands whose run has ended. */
export function standsOfEnded(
  { compose, endedAt }: { readonly compose: string | null; readonly endedAt: string | null },
  last: NightResult | null,
): Stands {
  return {
    stage: 'over',
    until: endedAt,
    outcome: last?.outcome ?? null,
    verdict: last?.verdict ?? null,
    compose: last?.compose ?? compose,
    mode: last?.left?.ending.mode ?? 'post',
    problems: last?.left?.problems ?? [],
    notOk: last?.left?.notOk ?? 0,
    busyWith: null,
  }
}

/** The stages of a run, by the query; null where no worker answers. */
export async function progressBy(client: Client, id: string, runId: string): Promise<NightProgress | null> {
  try {
    return await client.withDeadline(Date.now() + queryMs, () =>
      client.workflow.getHandle(id, runId).query<NightProgress>('progress'),
    )
  } catch {
    return null
  }
}
