import type { Client } from '@temporalio/client'
import type { NightResult } from '../../workflows/night-run.ts'
import type { Stands } from '../../workflows/orders/refusal.ts'
import { standsByReport, standsInStage } from '../../workflows/orders/stands.ts'
import type { NightProgress } from '../../workflows/stage.ts'
import { progressBy, reportedBy } from './ask-run.ts'

/** How a night that runs stands, as far as a command can tell; null if no worker answers. */
export async function standsOfRunning(client: Client, id: string, runId: string): Promise<Stands | null> {
  const progress = await progressBy(client, id, runId)
  return progress === null ? null : standsBy(progress, await reportedBy(client, id, runId))
}

/** How a night that runs stands by its answers to the two queries. */
export function standsBy(progress: NightProgress, last: NightResult | null): Stands {
  const busy = progress.orders?.find(({ became }) => became === '')
  return { ...standsInStage(progress, last), busyWith: busy?.asked ?? null }
}

/** How a night stands whose run has ended. */
export function standsOfEnded(
  { compose, endedAt }: { readonly compose: string | null; readonly endedAt: string | null },
  last: NightResult | null,
): Stands {
  return { stage: 'over', until: endedAt, ...standsByReport(last, compose), busyWith: null }
}
