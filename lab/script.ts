import type { Stream } from '../compose/naming/stream.ts'

/** Minutes of lab time since the lab's clock was started; the hour at which tonight's composes are due is 0. */
export type Minute = number

/** A stretch of lab time. */
export interface Span {
  readonly from: Minute
  readonly until: Minute
}

/** The services of the lab's Fedora that a script can disturb. */
export type LabService = 'tree' | 'koji' | 'rsync' | 'openqa' | 'smtp'

/**
 * How a service misbehaves for a while: `503` an error page, `reset` the connection is cut,
 * `offline` the service's own planned-outage answer (Koji: fault 1014), `reset-after` the act is done and the answer is lost.
 */
export interface Disturbance extends Span {
  readonly service: LabService
  readonly how: '503' | 'reset' | 'offline' | 'reset-after'
}

/** A Koji task of a compose: submitted (FREE) at `from`, OPEN one minute later, ended at `until` in `ends`. */
export interface TaskScript extends Span {
  readonly name: string
  readonly arch: string
  readonly method: string
  readonly ends: 'CLOSED' | 'FAILED' | 'CANCELED'
  /** Endings of the files it makes; its method's usual one where absent. */
  readonly makes?: readonly string[]
}

/** Which openQA jobs of a compose do not simply pass; what is not named means any. The first that fits a job counts. */
export interface JobScript {
  readonly test?: string
  readonly flavor?: string
  readonly arch?: string
  readonly machine?: string
  readonly result: 'softfailed' | 'failed' | 'incomplete' | 'timeout_exceeded'
  /** openQA clones the job by itself (RETRY, or its auto-clone of what is incomplete), and the clone passes. */
  readonly passesOnRetry?: boolean
  /** The job passes when a client restarts it. */
  readonly passesOnRestart?: boolean
  /** The job is never finished: it stays running. */
  readonly hangs?: boolean
  /** A known bug, as openQA carries it over in a comment: `https://bugzilla.redhat.com/show_bug.cgi?id=1234567`. */
  readonly bug?: string
}

/** One compose of a night, from the moment its folder appears. */
export interface ComposeScript {
  readonly respin: number
  readonly appears: Minute
  /** What the STATUS file says from which minute on; before the first there is no STATUS. */
  readonly statuses: readonly { readonly at: Minute; readonly status: string }[]
  /** When `images.json` can be read; null never. */
  readonly metadataAt: Minute | null
  /** When the mirror has half of the images, and when all; null never. */
  readonly mirror: { readonly halfAt: Minute | null; readonly allAt: Minute | null }
  /** Image names (`Server dvd x86_64`) that this compose failed to make. */
  readonly missing: readonly string[]
  readonly tasks: readonly TaskScript[]
  readonly jobs: readonly JobScript[]
}

/** One nightly of 2015, from the moment its folder appears. */
export interface MashScript {
  readonly appears: Minute
  /** When the boot images are made, and of which arches: pungify failed for the others. */
  readonly boot: { readonly at: Minute; readonly arches: readonly string[] }
  /** When `logs/finish` is written; null never. */
  readonly finishedAt: Minute | null
  readonly tasks: readonly TaskScript[]
  readonly jobs: readonly JobScript[]
}

/** What happens to one stream tonight. No composes: nothing is made. */
export interface NightScript {
  readonly stream: Stream
  readonly composes: readonly ComposeScript[]
  /** In a scenario of 2015, where a date has one nightly or none. */
  readonly mash?: MashScript
  /** `none` on a stream's first night; else it has composes of the days before. */
  readonly earlier?: 'none'
}

/** A whole night of the lab's Fedora, as a value: what happens when, and the report it must lead to. */
export interface LabScenario {
  readonly name: string
  /** One line for `bin/demo --list`. */
  readonly title: string
  /** The Branched release tonight, null between branching and release. */
  readonly branched: number | null
  readonly nights: readonly NightScript[]
  readonly disturbances: readonly Disturbance[]
  /** Of nightlies of 2015, which have no metadata; Pungi's where absent. */
  readonly generation?: 'mash'
  /** The verdict each night must be reported with. */
  readonly expects: Readonly<Record<Stream, string>>
  /** When a stream's compose is complete: who posts jobs before that took it for complete too early. */
  readonly completeAt?: Partial<Readonly<Record<Stream, Minute>>>
}
