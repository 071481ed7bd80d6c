import type { Scenario } from '../script.ts'
import { compose, night } from '../usual.ts'

export const stuck: Scenario = {
  name: 'stuck',
  title: "Rawhide's compose stays in STARTED for ever; there is no Branched release at present",
  branched: null,
  nights: [night('rawhide', compose({ status: 'STARTED' })), night('branched')],
  disturbances: [],
  expects: { rawhide: 'unfinished', branched: 'neutral' },
}
