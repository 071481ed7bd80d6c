import type { LabScenario } from '../script.ts'
import { compose, night } from '../usual.ts'

export const stuck: LabScenario = {
  name: 'stuck',
  title: "Rawhide's compose stays in STARTED forever; Branched is good",
  branched: 44,
  nights: [night('rawhide', compose({ status: 'STARTED' })), night('branched', compose())],
  disturbances: [],
  expects: { rawhide: 'unfinished', branched: 'passed' },
}
