import type { JobSelection } from '../../jobs/results/to-rerun.ts'
import type { OrderName } from '../../report/order.ts'
import type { StageName } from '../stage.ts'

/** What every order carries. */
interface Signed {
  /** The id of its Update, or of the order in the input of a run. */
  readonly id: string
  readonly by: string | null
  readonly why: string | null
}

/** The conditions of a complete compose that a person may waive. */
export const conditionNames = ['koji', 'mirror'] as const

/** One of {@link conditionNames}. */
export type ConditionName = (typeof conditionNames)[number]

/** An order as a night understands it. */
export type Order = Signed &
  (
    | {
        readonly name: 'rerun'
        readonly what: JobSelection | { readonly kind: 'stage'; readonly from: StageName }
      }
    | {
        readonly name: 'accept'
        /** `KDE live x86_64`, `test:NAME`, `koji` or `mirror`. */
        readonly what: readonly string[]
        /** The last date that it counts for, `YYYY-MM-DD`; null: this night only. */
        readonly until: string | null
      }
    | {
        readonly name: 'extend'
        /** ISO; null where hours are given. */
        readonly until: string | null
        /** Hours more than the stage has; null where a time is given. */
        readonly hours: number | null
      }
    | { readonly name: 'finish' | 'cancel' | 'look' }
  )

/** An order that a night carries out once it has reported. */
export type WatchOrder = Extract<Order, { readonly name: 'rerun' | 'accept' }>

/** An order as it is sent: the one argument of an Update, or a member of the input of a run. */
export interface OrderRequest {
  readonly id?: string
  readonly by?: string
  readonly why?: string
  /** ISO: an order that is late is refused, since whoever gave it was told that nobody took it. */
  readonly expires?: string
  readonly jobs?: 'failed' | 'all' | readonly number[]
  readonly flavor?: string
  readonly bug?: string
  readonly from?: StageName
  readonly what?: string | readonly string[]
  /** Of `accept` a date; of `extend` a time: ISO. */
  readonly until?: string
  readonly hours?: number
}

/** An order in the input of a run that takes over a night that has ended. */
export interface FirstOrder extends OrderRequest {
  readonly name: OrderName
}

/** The answer to an order that was taken. */
export interface OrderTaken {
  readonly id: string
  /** One sentence: `await now ends at 19:10 UTC`. */
  readonly taken: string
}
