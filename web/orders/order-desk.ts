import type { OrderName } from '../../report/order.ts'

/** An order as a form gives it. A night reads it as it reads those of the commands. */
export interface FormOrder {
  readonly name: OrderName
  /** Of the form that was shown: what is sent twice is one order. */
  readonly id: string
  readonly by: string
  readonly why?: string
  readonly jobs?: 'failed' | 'all'
  readonly from?: 'find' | 'complete' | 'schedule' | 'await' | 'report'
  readonly what?: readonly string[]
  readonly until?: string
  readonly hours?: number
}

/** What a night answered, in a sentence. `not taken`: nobody answered, and it is not carried out later. */
export interface DeskAnswer {
  readonly kind: 'taken' | 'refused' | 'not taken'
  readonly said: string
}

/** Where pages give orders, and who may: whoever a proxy says is signed in. */
export interface OrderDesk {
  /** The header with the name, such as `X-Forwarded-User`. */
  readonly userHeader: string
  /** Whether a peer's address is that of a proxy, which alone may name somebody. */
  readonly isProxy: (address: string) => boolean
  /** The origin of the pages, from which alone an order may come: `https://nightjar.example.org`. */
  readonly origin: string
  /** The orders that a night takes as it stands; null where Temporal does not know it. @throws DeskAway */
  readonly fitting: (run: string) => Promise<readonly OrderName[] | null>
  /** @throws DeskAway */
  readonly give: (run: string, order: FormOrder) => Promise<DeskAnswer>
}

/** Thrown where Temporal does not answer. Nothing was ordered. */
export class DeskAway extends Error {
  override readonly name = 'DeskAway'
}
