import { activityInfo, heartbeat } from '@temporalio/activity'
import { noteInArchive } from '../archive-failures.ts'
import type { Recipient, SendInput, Sent } from '../report-activities.ts'
import type { Tools } from '../tools.ts'
import type { Addressing } from './addressees.ts'

/** Those who have this edition by the archive, so also where Temporal has lost the history of it. */
export function takenBefore(
  { edition, recorded, recipients }: SendInput,
  { deliveries }: Addressing,
): readonly Recipient[] {
  // An edition that the archive did not number may have the number of another one.
  if (!recorded || deliveries === null) return []
  return deliveries
    .filter((each) => each.edition === edition && each.state === 'delivered')
    .filter(({ recipient }) => recipients === null || recipients.includes(recipient))
    .map(({ recipient, why }) => ({ recipient, state: 'delivered', why }))
}

/** What is known of somebody if this process ends before the answer. */
export function handedOver(recipient: string): Recipient {
  return { recipient, state: 'unknown', why: 'handed over, and no answer yet' }
}

/** Tells Temporal that this process lives, until an answer is there. */
export async function withHeartbeats<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  const beats = setInterval(() => heartbeat(), (activityInfo().heartbeatTimeoutMs ?? 60_000) / 3)
  try {
    return await act()
  } finally {
    clearInterval(beats)
  }
}

/** Writes down how it stands with some recipients of a channel, those who get nothing too. */
export function noteDelivery(
  { archive }: Tools,
  { run, edition, attempt }: SendInput,
  channel: string,
  { messageId, recipients }: Pick<Sent, 'messageId' | 'recipients'>,
): Promise<void> {
  const all = { run, edition, channel, messageId, attempts: attempt, at: new Date().toISOString() }
  return noteInArchive(async () => {
    for (const each of recipients) await archive.delivered({ ...all, ...each })
  })
}
