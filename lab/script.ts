import type { IdForm } from '../compose/naming/id-form.ts'
import type { Stream } from '../compose/naming/stream.ts'
import type { LabStream } from './streams.ts'

/** Minutes of lab time. Tonight's first composes are due at minute 0, when the lab's clock starts. */
export type Minute = number

/** A span of lab time. */
export interface Span {
  readonly from: Minute
  readonly until: Minute
}

/** The services of the lab that a script can disturb. */
export type LabService = 'tree' | 'koji' | 'rsync' | 'openqa' | 'smtp'

/**
 * How a service misbehaves for a while. `503`: an error page. `reset`: the connection is reset. `offline`:
 * the service's own answer in a planned outage (Koji: fault 1014). `reset-after`: the act takes effect and
 * the answer is lost.
 */
export interface Disturbance extends Span {
  readonly service: LabService
  readonly how: '503' | 'reset' | 'offline' | 'reset-after'
}

/** A Koji task of a compose: FREE at `from`, OPEN one minute later, in the state `ends` at `until`. */
export interface TaskScript extends Span {
  readonly name: string
  readonly arch: string
  readonly method: string
  readonly ends: 'CLOSED' | 'FAILED' | 'CANCELED'
  /** Extensions of the files it makes; by default that of its method. */
  readonly makes?: readonly string[]
}

/** Jobs of a compose that do not just pass. An absent field matches any job; the first match counts. */
export interface JobScript {
  readonly test?: string
  readonly flavor?: string
  readonly arch?: string
  readonly machine?: string
  readonly result: 'passed' | 'softfailed' | 'failed' | 'incomplete' | 'timeout_exceeded'
  /** The modules that end like the job; the one that is named like the test if absent. */
  readonly modules?: readonly string[]
  /** openQA itself clones the job (by RETRY or its auto-clone of an incomplete job); the clone passes. */
  readonly passesOnRetry?: boolean
  /** The job passes when a client restarts it. */
  readonly passesOnRestart?: boolean
  /** The job never ends: it stays running. */
  readonly hangs?: boolean
  /** A known bug, for a comment: `https://bugzilla.redhat.com/show_bug.cgi?id=1234567`. */
  readonly bug?: string
  /** What a job that installs a system uploads of it otherwise than usual: texts of files by name. */
  readonly uploads?: Readonly<Record<string, string>>
}

/** One compose of a night, from the minute when its folder appears. */
export interface ComposeScript {
  readonly respin: number
  /** `RC-1.2`, of a candidate. */
  readonly label?: string
  readonly appears: Minute
  /** The texts of STATUS, each from a minute on. There is no STATUS before the first. */
  readonly statuses: readonly { readonly at: Minute; readonly status: string }[]
  /** When `images.json` appears; null for never. */
  readonly metadataAt: Minute | null
  /** When the mirror has half of the images, and when all; null for never. */
  readonly mirror: { readonly halfAt: Minute | null; readonly allAt: Minute | null }
  /** Names (`Server dvd x86_64`) of images that this compose failed to make. */
  readonly missing: readonly string[]
  readonly tasks: readonly TaskScript[]
  readonly jobs: readonly JobScript[]
}

/** One nightly of 2015, from the minute when its folder appears. */
export interface MashScript {
  readonly appears: Minute
  /** When the boot images appear, and for which arches: pungify failed for the others. */
  readonly boot: { readonly at: Minute; readonly arches: readonly string[] }
  /** When `logs/finish` is written; null for never. */
  readonly finishedAt: Minute | null
  readonly tasks: readonly TaskScript[]
  readonly jobs: readonly JobScript[]
}

/** How the composes of a stream are named, and where they lie. */
export interface StreamPlace {
  /** `Fedora-IoT-<release>-<date>.<respin>` */
  readonly form: IdForm
  /** Below the compose tree. */
  readonly folder: string
  /** What stands for the version in its ids, or is in them: `43`, `eln`. */
  readonly version: string
}

/** The composes of one stream tonight; there may be none. */
export interface NightScript {
  readonly stream: Stream
  readonly composes: readonly ComposeScript[]
  /** How its composes are named and where they lie; for another stream than Rawhide and Branched. */
  readonly made?: StreamPlace
  /** Only in a scenario of 2015, which has one nightly a date or none. */
  readonly mash?: MashScript
  /** `none` on a stream's first night. Otherwise the stream has composes of the days before. */
  readonly earlier?: 'none'
}

/** A night of the lab's Fedora: what happens when, and the expected verdicts. */
export interface LabScenario {
  readonly name: string
  /** One line for `bin/demo --list`. */
  readonly title: string
  /** The number of the Branched release tonight; null if there is none. */
  readonly branched: number | null
  readonly nights: readonly NightScript[]
  readonly disturbances: readonly Disturbance[]
  /** What time minute 0 is, in UTC; `05:15` by default. COMPOSE_ID has the time when its compose began. */
  readonly begins?: string
  /** `mash` for nightlies of 2015, which have no metadata; Pungi by default. */
  readonly generation?: 'mash'
  /** What the night before was like; the demo plays it first, so that reports can say what changed. */
  readonly dayBefore?: LabScenario
  /** The expected verdict of each night. */
  readonly expects: Readonly<Record<LabStream, string>>
  /** When a stream's compose is complete: a post before this minute is too early. */
  readonly completeAt?: Partial<Readonly<Record<Stream, Minute>>>
}
