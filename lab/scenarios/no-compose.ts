import type { LabScenario } from '../script.ts'
import { compose, night } from '../usual.ts'

export const noCompose: LabScenario = {
  name: 'no-compose',
  title: 'no Rawhide compose tonight; Branched is good',
  branched: 44,
  nights: [night('rawhide'), night('branched', compose())],
  disturbances: [],
  expects: { rawhide: 'absent', branched: 'passed' },
}
