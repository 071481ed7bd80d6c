import type { LabScenario } from '../script.ts'
import { compose, night } from '../usual.ts'

export const lateMetadata: LabScenario = {
  name: 'late-metadata',
  title: "Rawhide's images.json comes long after its STATUS, Branched's long before",
  branched: 44,
  nights: [night('rawhide', compose({ metadataAt: 420 })), night('branched', compose({ metadataAt: 200 }))],
  disturbances: [],
  expects: { rawhide: 'passed', branched: 'passed' },
  completeAt: { rawhide: 420, branched: 380 },
}
