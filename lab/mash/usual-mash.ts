import { mashTasks, type MashPace } from './mash-tasks.ts'
import type { MashScript, Minute, NightScript } from '../script.ts'

/** Lab minutes of a nightly of 2015, about three times as fast as a real one. Images come after the tree. */
const usual = { appears: 10, boot: 70, finished: 100 }

/** A task each minute. Each takes long enough that one is always open. */
const usualPace: MashPace = { from: 130, apart: 1, takes: 25, failing: [], failsAfter: 2 }

/** How a nightly of 2015 differs from the usual one. */
export interface OtherwiseMash {
  readonly pace?: Partial<MashPace>
  /** Arches for which pungify succeeded. */
  readonly arches?: readonly string[]
  readonly finishedAt?: Minute | null
  readonly jobs?: MashScript['jobs']
}

/** A nightly of 2015 that makes its tree, then its images in Koji, with differences. */
export function mash({ pace, arches, finishedAt, jobs = [] }: OtherwiseMash = {}): MashScript {
  return {
    appears: usual.appears,
    boot: { at: usual.boot, arches: arches ?? ['x86_64', 'i386', 'armhfp'] },
    finishedAt: finishedAt === undefined ? usual.finished : finishedAt,
    tasks: mashTasks({ ...usualPace, ...pace }),
    jobs,
  }
}

/** A night of 2015. */
export function mashNight(
  stream: NightScript['stream'],
  script: MashScript,
  otherwise: Pick<NightScript, 'earlier'> = {},
): NightScript {
  return { stream, composes: [], mash: script, ...otherwise }
}

/** The minute when the last task of a nightly ends. */
export function lastTaskEnds({ tasks }: MashScript): Minute {
  return Math.max(...tasks.map(({ until }) => until))
}
