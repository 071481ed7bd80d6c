import { setTimeout as sleep } from 'node:timers/promises'
import { WorkflowFailedError } from '@temporalio/client'

const pauseMs = 500

/** Asks until there is an answer: the servers are away now and then. A night that failed is an answer. */
export async function throughOutages<Answer>(
  ask: () => Promise<Answer>,
  longestMs = 600_000,
): Promise<Answer> {
  const until = Date.now() + longestMs
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (error instanceof WorkflowFailedError || Date.now() > until) throw error
      await sleep(pauseMs)
    }
  }
}
