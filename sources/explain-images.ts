import { judgeImages } from '../compose/expected/expected.ts'
import type { OpenedCompose } from '../compose/expected/opened-compose.ts'
import { explainMissing, type JudgedImages } from '../compose/koji/koji-explanation.ts'
import type { KojiTask } from '../compose/koji/koji-task.ts'
import { kojiWeb } from '../compose/koji/koji-web.ts'
import type { ComposeTools } from './compose-tools.ts'
import { composeTasks } from './koji-look.ts'
import { isNoAnswer } from './no-answer.ts'

/**
 * The expected images that a compose lacks, each with the failed Koji task that explains it, if there is one.
 * Null if nothing says which images the compose should have.
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

/** If Koji does not answer, the image is still missing, only without an explanation. */
async function tasksIfAny(tools: ComposeTools, ref: OpenedCompose['ref']): Promise<readonly KojiTask[]> {
  if (ref === null || !tools.places.kojiRequired) return []
  try {
    return await composeTasks(tools, ref)
  } catch (error) {
    if (isNoAnswer(error)) return []
    throw error
  }
}
