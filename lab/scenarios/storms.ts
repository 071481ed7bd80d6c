import type { LabScenario } from '../script.ts'
import { compose, night } from '../usual.ts'

export const storms: LabScenario = {
  name: 'storms',
  title: 'the compose tree and Koji answer 503 or not at all for much of the night',
  branched: 44,
  nights: [night('rawhide', compose()), night('branched', compose({ later: 30 }))],
  disturbances: [
    { service: 'tree', from: 0, until: 50, how: '503' },
    { service: 'tree', from: 120, until: 160, how: 'reset' },
    { service: 'koji', from: 280, until: 350, how: '503' },
    { service: 'tree', from: 310, until: 340, how: '503' },
    { service: 'koji', from: 370, until: 430, how: 'reset' },
    { service: 'tree', from: 390, until: 420, how: '503' },
  ],
  expects: { rawhide: 'passed', branched: 'passed' },
  completeAt: { rawhide: 430, branched: 430 },
}
