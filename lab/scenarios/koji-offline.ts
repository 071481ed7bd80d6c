import type { LabScenario } from '../script.ts'
import { compose, night } from '../usual.ts'

export const kojiOffline: LabScenario = {
  name: 'koji-offline',
  title: 'Koji is offline while the composes finish, and comes back',
  branched: 44,
  nights: [night('rawhide', compose()), night('branched', compose({ later: 30 }))],
  disturbances: [{ service: 'koji', from: 280, until: 450, how: 'offline' }],
  expects: { rawhide: 'passed', branched: 'passed' },
  completeAt: { rawhide: 450, branched: 450 },
}
