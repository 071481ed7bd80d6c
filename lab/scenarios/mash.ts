import type { LabScenario } from '../script.ts'
import { lastTaskEnds, mash, mashNight } from '../mash/usual-mash.ts'

/** All lives end long before the first ARM disk is submitted: longer than settling takes. */
const rawhide = mash({ pace: { pause: 180, failing: ['Fedora-Live-Games-x86_64'] } })

/** Each task ends before the next is submitted. */
const branched = mash({ pace: { apart: 5, takes: 3 } })

export const mashGeneration: LabScenario = {
  name: 'mash',
  title: 'nightlies of 2015: twice it looks as if all Koji tasks had ended, while others are still to come',
  branched: 44,
  generation: 'mash',
  nights: [mashNight('rawhide', rawhide), mashNight('branched', branched, { earlier: 'none' })],
  disturbances: [],
  expects: { rawhide: 'passed', branched: 'passed' },
  completeAt: { rawhide: lastTaskEnds(rawhide), branched: lastTaskEnds(branched) },
}
