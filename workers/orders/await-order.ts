import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@temporalio/client'
import type { NightResult } from '../../workflows/night-run.ts'
import { notDone } from '../../workflows/orders/not-done.ts'
import type { NightProgress } from '../../workflows/stage.ts'
import { progressBy, reportedBy } from './ask-run.ts'
import type { OrderOutcome } from './order-outcome.ts'

/** How often a client asks, in milliseconds. */
const askMs = 500

/** The last report after an order, and what came of the order in one sentence; empty if nobody can tell. */
export interface AfterOrder {
  readonly result: NightResult
  readonly became: string
  /** Whether the night could not carry it out, though it took it. */
  readonly isUndone: boolean
}

/**
 * Waits until a night has carried out an order and reported. An order that leaves the night as it is, such as
 * a look at one that is open, is waited for until the next edition. While no worker answers it waits, too.
 * @throws WorkflowFailedError if the run ends without a report
 */
export async function awaitOrder(
  client: Client,
  { night, run, id }: Pick<Extract<OrderOutcome, { kind: 'taken' }>, 'night' | 'run' | 'id'>,
): Promise<AfterOrder> {
  const handle = client.workflow.getHandle(night, run)
  const first = await handle.describe()
  const before = first.status.name === 'RUNNING' ? await reportedBy(client, night, run) : null
  for (;;) {
    const { status } = await handle.describe()
    const isOver = status.name !== 'RUNNING'
    const ended: NightResult | null = isOver ? await handle.result() : null
    const progress = await progressBy(client, night, run)
    const order = progress?.orders?.find((each) => each.id === id)
    if (ended !== null) return after(ended, order?.became ?? '')
    const isQuiet = progress !== null && isAtRest(progress)
    if (order !== undefined && order.became !== '' && isQuiet) {
      const result = await reportedBy(client, night, run)
      const isDone = order.name === 'rerun' || order.name === 'accept'
      if (result !== null && (isDone || result.edition !== (before?.edition ?? null)))
        return after(result, order.became)
    }
    await sleep(askMs)
  }
}

function after(result: NightResult, became: string): AfterOrder {
  return { result, became, isUndone: became.startsWith(notDone) }
}

/** Whether a night has reported and only watches. */
function isAtRest({ stages }: NightProgress): boolean {
  return stages.every(({ name, state }) => (name === 'watch' ? state === 'running' : state !== 'running'))
}
