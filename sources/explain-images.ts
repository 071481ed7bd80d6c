import { judgeImages } from '../compose/expected/expected.ts'
import type { OpenedCompose } from '../compose/expected/opened-compose.ts'
import { imageName, type ImageKey } from '../compose/images/image.ts'
import { explainMissing, type Explanation, type JudgedImages } from '../compose/koji/koji-explanation.ts'
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
  const { missing, present } = judgeImages({ ...judged, own: tools.places.expected, images })
  const tasks = missing.length === 0 ? [] : await tasksIfAny(tools, ref)
  return {
    expected: present.length + missing.length,
    missing: missing.map((image) => ({
      ...image,
      koji: explainMissing(image, tasks, kojiWeb(tools.places.koji)),
    })),
  }
}

/** The failed Koji tasks that should have made some images of a compose, by the names of the images. */
export async function explainOthers(
  tools: ComposeTools,
  ref: OpenedCompose['ref'],
  images: readonly ImageKey[],
): Promise<Readonly<Record<string, Explanation>>> {
  if (images.length === 0) return {}
  const tasks = await tasksIfAny(tools, ref)
  return Object.fromEntries(
    images.flatMap((image) => {
      const found = explainMissing(image, tasks, kojiWeb(tools.places.koji))
      return found === null ? [] : [[imageName(image), found]]
    }),
  )
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
