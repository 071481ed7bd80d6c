import type { LabScenario } from '../script.ts'
import { compose, night } from '../usual.ts'

export const green: LabScenario = {
  name: 'green',
  title: 'both composes are good and every test passes',
  branched: 44,
  nights: [night('rawhide', compose()), night('branched', compose({ later: 30 }))],
  disturbances: [],
  expects: { rawhide: 'passed', branched: 'passed' },
  completeAt: { rawhide: 380, branched: 410 },
}
