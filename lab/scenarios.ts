import { doomedThenRespin } from './scenarios/doomed-then-respin.ts'
import { failures } from './scenarios/failures.ts'
import { firstNight } from './scenarios/first-night.ts'
import { green } from './scenarios/green.ts'
import { halfSynced } from './scenarios/half-synced.ts'
import { kojiOffline } from './scenarios/koji-offline.ts'
import { lateMetadata } from './scenarios/late-metadata.ts'
import { mashGeneration } from './scenarios/mash.ts'
import { mashDies } from './scenarios/mash-dies.ts'
import { noBranched } from './scenarios/no-branched.ts'
import { noCompose } from './scenarios/no-compose.ts'
import { openqaOutage } from './scenarios/openqa-outage.ts'
import { storms } from './scenarios/storms.ts'
import { stuck } from './scenarios/stuck.ts'
import { terminated } from './scenarios/terminated.ts'
import type { LabScenario } from './script.ts'

/** Every scenario of the lab, the usual ones first. */
export const scenarios: readonly LabScenario[] = [
  failures,
  green,
  doomedThenRespin,
  terminated,
  stuck,
  lateMetadata,
  halfSynced,
  noCompose,
  noBranched,
  firstNight,
  openqaOutage,
  kojiOffline,
  storms,
  mashGeneration,
  mashDies,
]
