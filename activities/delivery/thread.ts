import { envelopeAddress } from '../../clients/mail/envelope.ts'
import { messageIdOf } from '../../report/message-id.ts'
import type { Addressing } from './addressees.ts'

/**
 * The Message-ID of the first edition that was delivered to one of a list; null where none is known. A list
 * that did not want the first edition has its thread from the first that it got.
 */
export function threadOf(
  to: readonly string[],
  { report: { run, edition }, deliveries }: Pick<Addressing, 'report' | 'deliveries'>,
  domain: string,
): string | null {
  const list = new Set(to.map(envelopeAddress))
  const got = (deliveries ?? [])
    .filter((each) => each.state === 'delivered' && each.edition < edition)
    .filter(({ recipient }) => list.has(envelopeAddress(recipient)))
  const first = got.toSorted((one, other) => one.edition - other.edition)[0]
  if (first === undefined) return null
  return first.messageId ?? messageIdOf({ run, edition: first.edition }, domain)
}
