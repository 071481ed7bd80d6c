import { imageTable } from './image-table.ts'
import type { ComposeScript, Minute, NightScript, TaskScript } from './script.ts'

/** The lab minutes of a usual compose. It takes about six hours, like Rawhide. */
const usual = { appears: 10, finished: 300, metadata: 305, mirrorHalf: 330, mirrorAll: 380 }

/** How a compose differs from the usual one. */
export interface Otherwise {
  readonly respin?: number
  readonly label?: string
  /** Added to all of its minutes. */
  readonly later?: Minute
  /** Its last STATUS; with `STARTED` it never ends. */
  readonly status?: string
  readonly missing?: readonly string[]
  readonly jobs?: ComposeScript['jobs']
  readonly metadataAt?: Minute | null
  readonly mirror?: ComposeScript['mirror']
}

/** The usual compose, with differences: it starts, builds its images in Koji, finishes and is synced. */
export function compose(otherwise: Otherwise = {}): ComposeScript {
  const { respin = 0, later = 0, status = 'FINISHED_INCOMPLETE', missing = [], jobs = [] } = otherwise
  const finishes = status !== 'STARTED'
  const good = status.startsWith('FINISHED')
  const at = (minute: Minute) => minute + later
  return {
    respin,
    ...(otherwise.label !== undefined && { label: otherwise.label }),
    appears: at(usual.appears),
    statuses: [
      { at: at(usual.appears), status: 'STARTED' },
      ...(finishes ? [{ at: at(usual.finished), status }] : []),
    ],
    metadataAt:
      otherwise.metadataAt === undefined ? whereGood(good, at(usual.metadata)) : otherwise.metadataAt,
    mirror: otherwise.mirror ?? {
      halfAt: whereGood(good, at(usual.mirrorHalf)),
      allAt: whereGood(good, at(usual.mirrorAll)),
    },
    missing,
    tasks: tasks(later, missing),
    jobs,
  }
}

/** A night with one compose for each argument. */
export function night(stream: NightScript['stream'], ...composes: readonly ComposeScript[]): NightScript {
  return { stream, composes }
}

function whereGood(good: boolean, minute: Minute): Minute | null {
  return good ? minute : null
}

/** The Koji tasks of a compose: lives, disks, clouds, one after the other. Those of missing images fail. */
function tasks(later: Minute, missing: readonly string[]): readonly TaskScript[] {
  const made = imageTable.filter(({ type }) => type === 'live' || type === 'raw-xz' || type === 'qcow2')
  return made.flatMap(({ subvariant, type, arches }, order) =>
    arches.map((arch) => ({
      name: `Fedora-${subvariant.replaceAll('_', '-')}-${type === 'live' ? 'Live' : 'Disk'}`,
      arch,
      method: type === 'live' ? 'createLiveMedia' : 'createImage',
      from: later + 40 + order * 2,
      until: later + 120 + order * 5,
      ends: missing.includes(`${subvariant} ${type} ${arch}`) ? 'FAILED' : 'CLOSED',
    })),
  )
}
