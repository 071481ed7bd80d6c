import type { LabScenario } from '../script.ts'
import { compose, night } from '../usual.ts'

export const noBranched: LabScenario = {
  name: 'no-branched',
  title: 'between two cycles there is no Branched release; Rawhide is good',
  branched: null,
  nights: [night('rawhide', compose()), night('branched')],
  disturbances: [],
  expects: { rawhide: 'passed', branched: 'neutral' },
}
