import { judgeImages } from '../compose/expected/expected.ts'
import type { OpenedCompose } from '../compose/expected/opened-compose.ts'
import { explainMissing, type JudgedImages } from '../compose/koji/koji-explanation.ts'
import type { KojiTask } from '../compose/koji/koji-task.ts'
import { kojiWeb } from '../compose/koji/koji-web.ts'
import { ClientFailure } from '../clients/failure.ts'
import type { ComposeTools } from './compose-tools.ts'
import { composeTasks } from './koji-look.ts'

/**
 * Which expected images a compose lacks, and the failed Koji task that explains each, where Koji can say; null where
 * nothing says which images it should have.
 */
export async function explainImages(
  tools: ComposeTools,
  { images, judged, ref }: OpenedCompose,
): Promise<JudgedImages | null> {
  if (judged === null) return null
  const { missing, present } = judgeImages({ ...judged, images })
  const tasks = missing.length === 0 ? [] : await tasksIfAny(tools, ref)
  return {
    expected: present.length + missing.length,
    missing: missing.map((image) => ({
      ...image,
      koji: explainMissing(image, tasks, kojiWeb(tools.places.koji)),
    })),
  }
}

/** An image is missing whether or not Koji can say why. */
async function tasksIfAny(tools: ComposeTools, ref: OpenedCompose['ref']): Promise<readonly KojiTask[]> {
  if (ref === null || !tools.places.kojiRequired) return []
  try {
    return await composeTasks(tools, ref)
  } catch (error) {
    if (error instanceof ClientFailure) return []
    throw error
  }
}
