import type { Scenario } from '../script.ts'
import { compose, night } from '../usual.ts'

export const noCompose: Scenario = {
  name: 'no-compose',
  title: 'no Rawhide compose tonight; Branched is good',
  branched: 44,
  nights: [night('rawhide'), night('branched', compose())],
  disturbances: [],
  expects: { rawhide: 'absent', branched: 'passed' },
}
