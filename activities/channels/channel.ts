import type { ArchiveReader } from '../../archive/archive-reader.ts'
import type { DoubtfulAnswer } from '../../clients/webhook/webhook.ts'
import type { Report } from '../../report/report.ts'
import type { MailRule } from '../../report/rules/mail-rule.ts'

/** An edition as it is handed over. */
export interface Message {
  /** The same at each try, so that the receiver knows a repeat. */
  readonly id: string
  readonly report: Report
  /** What a channel may ask of the archive, which may be away. */
  readonly archive: Pick<ArchiveReader, 'editionsOf' | 'newestEditions'>
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal
}

/**
 * A way other than mail on which reports go out. Each edition has a delivery of its own on each channel, so
 * none holds up another.
 */
export interface Channel {
  /** In the id of the delivery, in `show` and in the archive, where it is the recipient too. */
  readonly name: string
  /** Which editions go out on it; its only recipient is the name. */
  readonly rule: MailRule
  /**
   * Hands an edition over once; answers what the other side said.
   * @throws ClientFailure `refused` or `absent`: for good; any other: it is tried again, with the same id;
   *   NotNow: not before the time that the other side named; UnknownOutcome: it may have been taken
   */
  send(message: Message): Promise<string>
  /** Whether it is well configured and can be reached, as far as that shows without sending. @throws Error */
  examine(): Promise<string | DoubtfulAnswer>
}
