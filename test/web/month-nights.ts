import type { ExplainedImage } from '../../compose/koji/koji-explanation.ts'
import type { NightOrder } from '../../report/order.ts'
import type { NightOutcome } from '../../report/outcome.ts'
import type { NightRun } from '../../archive/nights/night-run.ts'
import { runOf } from '../archive/nights.ts'

/** A stage, in minutes from the due hour. */
interface MonthStage {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A night of the lab month. */
export interface MonthNight {
  readonly stream: string
  readonly title: string
  readonly folder: string
  readonly date: string
  readonly hour: string | undefined
  readonly label: string | null
  /** The number of the night in its stream, from 0. */
  readonly nth: number
  readonly outcome: NightOutcome
  readonly why: string
  readonly status: string
  readonly idOf: (day: string) => string
  readonly missing: readonly ExplainedImage[]
  readonly bugs: Readonly<Record<string, readonly string[]>>
  readonly orders: readonly NightOrder[]
  readonly stages: readonly MonthStage[]
  /** Minutes after the due hour. */
  readonly reportedAfter: number
  /** One word for each edition: how far its tests are. */
  readonly editions: readonly ('first' | 'again')[]
}

const dayMs = 86_400_000
const first = Date.parse('2026-10-26')

function dateOf(nth: number): string {
  return new Date(first + nth * dayMs).toISOString().slice(0, 10)
}

/** All nights, the first first: 30 of Rawhide and of Branched, six of ELN, a candidate. */
export function monthNights(): readonly MonthNight[] {
  const days = Array.from({ length: 30 }, (_, nth) => nth)
  return [
    ...days.map((nth) => nightOf(rawhide, dateOf(nth), nth)),
    ...days.map((nth) => nightOf(branched, dateOf(nth), nth)),
    ...['02', '14', '18'].flatMap((hour, nth) => [
      nightOf({ ...eln, hour }, '2026-11-23', nth),
      nightOf({ ...eln, hour }, '2026-11-24', nth + 3),
    ]),
    nightOf(candidate, '2026-11-20', 0),
  ].toSorted((one, other) => (one.date + (one.hour ?? '') < other.date + (other.hour ?? '') ? -1 : 1))
}

type Line = Pick<MonthNight, 'stream' | 'title' | 'folder' | 'hour' | 'label' | 'idOf'>

const rawhide: Line = {
  stream: 'rawhide',
  title: 'Rawhide',
  folder: 'rawhide',
  hour: undefined,
  label: null,
  idOf: (day) => `Fedora-Rawhide-${day}.n.0`,
}
const branched: Line = {
  ...rawhide,
  stream: 'branched',
  title: 'Fedora 44',
  folder: 'branched',
  idOf: (day) => `Fedora-44-${day}.n.0`,
}
const eln: Line = {
  ...rawhide,
  stream: 'eln',
  title: 'Fedora ELN',
  folder: 'eln',
  idOf: (day) => `Fedora-eln-${day}.n.0`,
}
const candidate: Line = {
  ...branched,
  stream: 'candidate',
  folder: '44',
  label: 'RC-1.2',
  idOf: (day) => `Fedora-44-${day}.0`,
}

const kde: ExplainedImage = {
  subvariant: 'KDE',
  type: 'live',
  arch: 'x86_64',
  blocking: true,
  why: 'release-blocking, and it may not be missing',
  koji: {
    task: 130_123_456,
    method: 'livemedia',
    state: 'FAILED',
    url: 'https://koji.fedoraproject.org/koji/taskinfo?taskID=130123456',
    fault: 'LiveMediaError: no space left on device',
  },
}

const order: NightOrder = {
  id: 'order-1',
  name: 'rerun',
  at: '2026-11-21T12:10:00.000Z',
  by: 'ada',
  why: 'openQA was full',
  asked: 'run what failed again',
  became: 'fixed 2, still failing 1',
}

function nightOf(line: Line, date: string, nth: number): MonthNight {
  const outcome = outcomeOf(line, nth)
  const late = [5, 26].includes(nth) ? 300 : 0
  const usual = {
    ...line,
    date,
    nth,
    outcome,
    status: nth % 4 === 1 ? 'FINISHED' : 'FINISHED_INCOMPLETE',
    missing: line.stream === 'rawhide' && [12, 13, 28].includes(nth) ? [kde] : [],
    bugs: { [`${jobNumber(line, nth)}`]: ['rhbz#2345678'] },
    orders: line.stream === 'rawhide' && nth === 26 ? [order] : [],
    editions: editionsOf(line, nth),
  }
  if (outcome === 'absent')
    return {
      ...usual,
      why: 'no compose of this date in the listing',
      stages: [
        { name: 'find', from: 0, to: 720, text: 'no compose of this date in the listing (720 looks)' },
      ],
      reportedAfter: 722,
    }
  return {
    ...usual,
    why: 'all jobs have ended',
    stages: [
      { name: 'find', from: 0, to: 3 + (nth % 5), text: `${line.idOf(date.replaceAll('-', ''))} is there` },
      {
        name: 'complete',
        from: 3 + (nth % 5),
        to: 180 + late,
        text: '41 of 41 Koji tasks ended; 10 of 10 images on the mirror',
      },
      { name: 'schedule', from: 180 + late, to: 181 + late, text: '3 of 3 posts scheduled' },
      { name: 'await', from: 181 + late, to: 330 + late + nth, text: '60 of 60 jobs have ended' },
    ],
    reportedAfter: 331 + late + nth,
  }
}

function outcomeOf({ stream }: Line, nth: number): NightOutcome {
  if (stream === 'rawhide' && [9, 17].includes(nth)) return 'absent'
  return stream === 'branched' && nth === 20 ? 'absent' : 'tested'
}

function editionsOf({ stream }: Line, nth: number): MonthNight['editions'] {
  if (stream === 'branched' && nth === 4) return []
  return stream === 'rawhide' && nth === 26 ? ['first', 'again'] : ['first']
}

/** The number of the first job of a night; each night has less than a hundred. */
export function jobNumber({ stream }: Pick<MonthNight, 'stream'>, nth: number): number {
  const streams = ['rawhide', 'branched', 'eln', 'candidate']
  return 1_000_000 * (1 + streams.indexOf(stream)) + 100 * nth
}

/** The night of Rawhide that goes on, and what its stages heard. */
export function latestNightOf(): {
  readonly run: NightRun
  readonly said: readonly { readonly stage: string; readonly text: string; readonly at: string }[]
} {
  return {
    run: runOf('2026-11-25'),
    said: [
      { stage: 'find', text: 'Fedora-Rawhide-20261125.n.0 is there', at: '2026-11-25T05:18:00.000Z' },
      { stage: 'complete', text: '3 of 41 Koji tasks open', at: '2026-11-25T06:58:00.000Z' },
    ],
  }
}
