import type { LabScenario } from '../script.ts'
import { compose, night } from '../usual.ts'

export const terminated: LabScenario = {
  name: 'terminated',
  title: "Pungi is stopped in both composes: Rawhide's respin is good, Branched has none",
  branched: 44,
  nights: [
    night('rawhide', compose({ status: 'TERMINATED', later: -150 }), compose({ respin: 1, later: 40 })),
    night('branched', compose({ status: 'TERMINATED' })),
  ],
  disturbances: [],
  expects: { rawhide: 'passed', branched: 'unfinished' },
  completeAt: { rawhide: 420 },
}
