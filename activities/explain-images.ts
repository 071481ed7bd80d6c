import type { ComposeId } from '../compose/compose-id.ts'
import { judgeImages } from '../compose/expected.ts'
import type { Image } from '../compose/image.ts'
import { explainMissing } from '../compose/koji-explanation.ts'
import type { KojiTask } from '../compose/koji-task.ts'
import { lineupOf } from '../compose/lineup.ts'
import { ClientFailure } from '../clients/failure.ts'
import type { NightFacts } from '../report/facts.ts'
import { composeTasks } from './koji-look.ts'
import type { Tools } from './tools.ts'

/** Which expected images a compose lacks, and the failed Koji task that explains each, where Koji can say. */
export async function explainImages(
  tools: Tools,
  id: ComposeId,
  images: readonly Image[],
): Promise<NonNullable<NightFacts['images']>> {
  const { missing, present } = judgeImages({ ...lineupOf(id), images })
  const tasks = missing.length === 0 ? [] : await tasksIfAny(tools, id)
  return {
    expected: present.length + missing.length,
    missing: missing.map((image) => ({ ...image, koji: explainMissing(image, tasks, kojiWeb(tools)) })),
  }
}

/** A report does not wait for Koji: an image is missing whether or not it can be said why. */
async function tasksIfAny(tools: Tools, id: ComposeId): Promise<readonly KojiTask[]> {
  if (!tools.places.kojiRequired) return []
  try {
    return await composeTasks(tools, id)
  } catch (error) {
    if (error instanceof ClientFailure) return []
    throw error
  }
}

/** A hub at `…/kojihub` has its pages for people at `…/koji`. */
function kojiWeb({ places }: Tools): string {
  return places.koji.replace(/\/kojihub$/, '/koji')
}
