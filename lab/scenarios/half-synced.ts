import type { LabScenario } from '../script.ts'
import { compose, night } from '../usual.ts'

export const halfSynced: LabScenario = {
  name: 'half-synced',
  title: 'the mirror has half of Rawhide for two hours, and half of Branched forever',
  branched: 44,
  nights: [
    night('rawhide', compose({ mirror: { halfAt: 310, allAt: 430 } })),
    night('branched', compose({ mirror: { halfAt: 310, allAt: null } })),
  ],
  disturbances: [],
  expects: { rawhide: 'passed', branched: 'unfinished' },
  completeAt: { rawhide: 430 },
}
