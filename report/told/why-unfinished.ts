import { candidates } from '../../compose/naming/candidate.ts'
import type { Report } from '../report.ts'

/** Why a compose could not be tested, for the subject and the first line. */
interface WhyUnfinished {
  readonly short: string
  readonly sentence: string
}

/** Why no compose of a night could be tested, by the last STATUS and the last thing that was heard. */
export function whyUnfinished({
  night,
  compose,
  discarded,
  lastAnswer,
}: Pick<Report, 'night' | 'compose' | 'discarded' | 'lastAnswer'>): WhyUnfinished {
  const last = compose ?? discarded.at(-1)
  if (last === undefined) return { short: 'no compose was complete', sentence: lastAnswer }
  const { id, status } = last
  switch (status) {
    case 'DOOMED':
    case 'TERMINATED':
      return {
        short: `its compose ended ${status}`,
        // The run of a candidate looks for no other compose.
        sentence: `${id} ended ${status}${night.stream === candidates ? '' : ', and no newer one came'}`,
      }
    case 'STARTED':
      return { short: 'still being composed', sentence: `${id} was still being composed at the deadline` }
    case 'FINISHED':
    case 'FINISHED_INCOMPLETE':
      return unsynced(id, lastAnswer)
    default:
      return { short: 'STATUS is not known', sentence: `${id} has the STATUS "${status}": ${lastAnswer}` }
  }
}

/** A mirror that was not asked, or did not answer, may have all of it. */
const mirrorLags = /\bmirror (?:does not have|has (?!all\b))|\bon the mirror\b/

/** The compose is made, but something of it was not there, or did not settle. */
function unsynced(id: string, lastAnswer: string): WhyUnfinished {
  if (mirrorLags.test(lastAnswer)) {
    const what = 'the mirror does not have all of'
    return { short: `${what} it`, sentence: `${what} ${id}` }
  }
  return { short: 'not complete in time', sentence: `${id} was not complete in time: ${lastAnswer}` }
}
