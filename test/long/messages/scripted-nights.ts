import { imageName } from '../../../compose/images/image.ts'
import type { Night } from '../../../compose/naming/night.ts'
import { labCompose, type LabCompose } from '../../../lab/nightly.ts'
import type { ComposeScript, JobScript, Minute } from '../../../lab/script.ts'
import type { LabStream } from '../../../lab/streams.ts'
import { smallArch } from '../../night/small-night.ts'

/** A night to be played, and its composes, the first first. */
export interface ScriptedNight {
  readonly night: Night
  readonly composes: readonly LabCompose[]
  /** The compose that a run of its own tests, as it comes while the first one is tested. */
  readonly late?: LabCompose
}

/** The day before the first of the nights. */
export const dayBefore = '2033-12-31'

/** Minutes of a compose, after its folder appears. */
interface Course {
  readonly appears: Minute
  /** The text of its STATUS in the end, and from when on; it never ends if absent. */
  readonly ends?: readonly [status: string, at: Minute]
  /** `images.json`. */
  readonly metadata?: Minute
  /** The last of its tasks in Koji. */
  readonly tasks: Minute
  /** When the mirror has it; as soon as it appears, if absent. */
  readonly mirror?: Minute
  /** No image of Workstation, whose task fails. */
  readonly lacksImage?: true
  readonly jobs?: readonly JobScript[]
}

const usual: Course = { appears: 4, ends: ['FINISHED', 30], tasks: 26 }
const flavor = 'Server-dvd-iso'
const fails: JobScript = { flavor, test: 'base_services_start', result: 'failed' }

/** Rawhide's nights wait for the mirror; those of Branched do not, as here a listing costs most of a look. */
export const withoutMirror = 'branched'

/** What the nights are, in turns. Each condition is once the last one that is missing. */
const kinds: readonly { readonly stream: LabStream; readonly courses: readonly Course[] }[] = [
  { stream: 'rawhide', courses: [{ ...usual, mirror: 40 }] },
  {
    stream: 'branched',
    courses: [{ ...usual, tasks: 38, jobs: [{ flavor: 'universal', result: 'softfailed' }] }],
  },
  { stream: 'branched', courses: [{ ...usual, metadata: 37, jobs: [fails] }] },
  {
    stream: 'branched',
    courses: [{ ...usual, jobs: [{ ...fails, test: 'base_selinux', passesOnRestart: true }] }],
  },
  { stream: 'rawhide', courses: [] },
  {
    stream: 'rawhide',
    courses: [{ ...usual, ends: ['FINISHED_INCOMPLETE', 30], mirror: 36, lacksImage: true, jobs: [fails] }],
  },
  {
    stream: 'branched',
    courses: [
      { ...usual, ends: ['DOOMED', 20] },
      { appears: 24, ends: ['FINISHED', 42], tasks: 40 },
    ],
  },
  {
    stream: 'branched',
    courses: [
      { ...usual, jobs: [fails] },
      // While the second chance of its predecessor's failed test is under way.
      { appears: 56, ends: ['FINISHED', 66], tasks: 62 },
    ],
  },
  { stream: 'branched', courses: [{ appears: 4, tasks: 26 }] },
  {
    stream: 'branched',
    courses: [
      {
        appears: 4,
        ends: ['FINISHED', 68],
        tasks: 66,
        jobs: [{ flavor: 'Server-boot-iso', result: 'incomplete', passesOnRestart: true }],
      },
    ],
  },
]

/** That many nights from 2034 on, each at another part of the time between two looks. */
export function scriptedNights(count: number): readonly ScriptedNight[] {
  return Array.from({ length: count }, (_, nth): ScriptedNight => {
    const { stream, courses } = kinds[nth % kinds.length] ?? { stream: 'rawhide', courses: [] }
    const night = { stream, date: dateOf(nth) }
    const later = (nth * 0.37) % 4
    const composes = courses.map((course, respin) => composeOf(night, respin, course, later))
    const late = courses[0]?.ends?.[0] === 'DOOMED' ? undefined : composes[1]
    return { night, composes, ...(late && { late }) }
  })
}

/** When the last condition of a compose is met; null of one that is never complete. */
export function completeAt({ script }: LabCompose): Minute | null {
  const { statuses, metadataAt, mirror, tasks } = script
  const last = statuses.at(-1)
  if (last?.status.startsWith('FINISHED') !== true) return null
  return Math.max(last.at, metadataAt ?? 0, mirror.allAt ?? 0, ...tasks.map(({ until }) => until))
}

function dateOf(nth: number): string {
  return new Date(Date.UTC(2034, 0, 1 + nth)).toISOString().slice(0, 10)
}

function composeOf(night: Night, respin: number, course: Course, later: Minute): LabCompose {
  const { appears, ends, metadata, mirror = appears, jobs = [] } = course
  const script: ComposeScript = {
    respin,
    appears: appears + later,
    statuses: [
      { at: appears + later, status: 'STARTED' },
      ...(ends === undefined ? [] : [{ status: ends[0], at: ends[1] + later }]),
    ],
    metadataAt: (metadata ?? appears + 10) + later,
    mirror: { halfAt: null, allAt: mirror + later },
    missing: [],
    tasks: tasksOf(course, later),
    jobs,
  }
  const version = night.stream === 'rawhide' ? 'Rawhide' : '44'
  const whole = labCompose({ ...night, version, script })
  if (course.lacksImage !== true) return whole
  const missing = whole.images.map(imageName).filter((name) => name.startsWith('Workstation live'))
  return labCompose({ ...night, version, script: { ...script, missing } })
}

/** Tasks that end one after the other. */
function tasksOf({ appears, tasks, lacksImage }: Course, later: Minute): ComposeScript['tasks'] {
  const count = 4
  return Array.from({ length: count }, (_, nth) => ({
    name: nth === 0 ? 'Fedora-Workstation-Live' : `Fedora-Spin${nth}-Live`,
    arch: smallArch,
    method: 'livemedia',
    ends: nth === 0 && lacksImage === true ? 'FAILED' : 'CLOSED',
    from: appears + later,
    until: appears + later + ((tasks - appears) * (nth + 1)) / count,
  }))
}
