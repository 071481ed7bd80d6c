import type { LabScenario } from '../script.ts'
import { compose, night } from '../usual.ts'

export const doomedThenRespin: LabScenario = {
  name: 'doomed-then-respin',
  title: "Rawhide's first compose is DOOMED, its respin is good",
  branched: 44,
  nights: [
    night('rawhide', compose({ status: 'DOOMED', later: -150 }), compose({ respin: 1, later: 40 })),
    night('branched', compose()),
  ],
  disturbances: [],
  expects: { rawhide: 'passed', branched: 'passed' },
  completeAt: { rawhide: 420, branched: 380 },
}
