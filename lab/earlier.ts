import { daysBefore } from '../compose/naming/calendar.ts'
import type { Stream } from '../compose/naming/stream.ts'
import { labStreams } from './streams.ts'
import { labCompose, type LabCompose } from './nightly.ts'
import { stableReleases } from './releases.ts'
import type { Minute, LabScenario } from './script.ts'
import { compose } from './usual.ts'

/** The composes of the days before and their last STATUS; a day may have several. */
const before = [
  { daysAgo: 4, respin: 0, status: 'FINISHED' },
  { daysAgo: 3, respin: 0, status: 'DOOMED' },
  { daysAgo: 3, respin: 1, status: 'FINISHED_INCOMPLETE' },
  { daysAgo: 2, respin: 0, status: 'DOOMED' },
  { daysAgo: 1, respin: 0, status: 'FINISHED_INCOMPLETE' },
]

/** A released Branched has no new nightlies, but its last ones stay for two weeks. */
const daysSinceRelease = 7

const minutesOfDay = 24 * 60

/** The composes of Pungi in the tree from the days before a date (`YYYY-MM-DD`), oldest first. */
export function earlierComposes(scenario: LabScenario, date: string): readonly LabCompose[] {
  return labStreams.flatMap((stream) =>
    hasEarlier(scenario, stream) ? ofStream(scenario, stream, date) : [],
  )
}

/** Whether a stream had composes before tonight. */
export function hasEarlier({ nights }: LabScenario, wanted: Stream): boolean {
  return nights.every(({ stream, earlier }) => stream !== wanted || earlier !== 'none')
}

function ofStream(scenario: LabScenario, stream: Stream, date: string): readonly LabCompose[] {
  const over = stream === 'branched' && scenario.branched === null
  const version = stream === 'rawhide' ? 'Rawhide' : String(scenario.branched ?? stableReleases.at(-1) ?? '')
  return before.map(({ daysAgo, respin, status }) => {
    const days = daysAgo + (over ? daysSinceRelease : 0)
    const later: Minute = -days * minutesOfDay + respin * 180
    const script = { ...compose({ respin, status, later }), tasks: [] }
    return labCompose({ stream, version, date: daysBefore(date, days), script })
  })
}
