/** What a person can order of a night. */
export const orderNames = ['rerun', 'accept', 'extend', 'finish', 'cancel', 'look'] as const

/** One of {@link orderNames}. */
export type OrderName = (typeof orderNames)[number]

/** An order that a night took. */
export interface NightOrder {
  /** The id of its Update; the same order sent again has the same. */
  readonly id: string
  readonly name: OrderName
  /** ISO, UTC: when the night took it. */
  readonly at: string
  /** Who gave it, as they said; nobody verified it. Null if they did not say. */
  readonly by: string | null
  readonly why: string | null
  /** What was ordered, in words: `run the failed jobs again`. */
  readonly asked: string
  /** What came of it, one sentence; empty while it is under way. */
  readonly became: string
}

/** A failure or missing image that a person took out of the verdict. */
export interface Acceptance {
  /** The id of the order, and the workflow id of the night that took it. */
  readonly order: string
  readonly run: string
  readonly kind: 'test' | 'image'
  /** The scenario of a test (`scenarioOf`), or the name of an image as reports have it. */
  readonly name: string
  /** The failed modules that were accepted; other ones are a new failure. Empty for an image. */
  readonly modules: readonly string[]
  readonly by: string | null
  readonly why: string
  /** ISO, UTC. */
  readonly at: string
  /** The last date (`YYYY-MM-DD`) of the stream's nights that it counts for; null: only this night. */
  readonly until: string | null
}

/** What the verdict of a night holds against the compose, and a person may accept. */
export type Problem =
  | {
      readonly kind: 'image'
      readonly name: string
      /** Where to look into it; absent where that is not known. */
      readonly url?: string
    }
  | {
      readonly kind: 'test'
      readonly test: string
      /** `scenarioOf` */
      readonly scenario: string
      readonly modules: readonly string[]
      readonly url?: string
    }
