import type { Scenario } from '../script.ts'
import { compose, night } from '../usual.ts'

export const stuck: Scenario = {
  name: 'stuck',
  title: "Rawhide's compose stays in STARTED for ever; Branched is good",
  branched: 44,
  nights: [night('rawhide', compose({ status: 'STARTED' })), night('branched', compose())],
  disturbances: [],
  expects: { rawhide: 'unfinished', branched: 'passed' },
}
