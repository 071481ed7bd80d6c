import { judgeImages } from '../compose/expected/expected.ts'
import type { Image } from '../compose/images/image.ts'
import { explainMissing, type JudgedImages } from '../compose/koji/koji-explanation.ts'
import type { KojiTask } from '../compose/koji/koji-task.ts'
import type { Judged } from '../compose/expected/opened-compose.ts'
import { ClientFailure } from '../clients/failure.ts'
import type { ComposeTools } from './compose-tools.ts'

/** The images of a compose, by which list they are judged, and how to ask for its Koji tasks where one is missing. */
export interface ToExplain {
  readonly images: readonly Image[]
  readonly judged: Judged
  readonly tasks: () => Promise<readonly KojiTask[]> | readonly KojiTask[]
}

/** Which expected images a compose lacks, and the failed Koji task that explains each, where Koji can say. */
export async function explainImages(
  { places }: Pick<ComposeTools, 'places'>,
  { images, judged, tasks: ask }: ToExplain,
): Promise<JudgedImages> {
  const { missing, present } = judgeImages({ ...judged, images })
  const tasks = missing.length === 0 || !places.kojiRequired ? [] : await tasksIfAny(ask)
  return {
    expected: present.length + missing.length,
    missing: missing.map((image) => ({ ...image, koji: explainMissing(image, tasks, kojiWeb(places)) })),
  }
}

/** An image is missing whether or not Koji can say why. */
async function tasksIfAny(ask: ToExplain['tasks']): Promise<readonly KojiTask[]> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof ClientFailure) return []
    throw error
  }
}

/** A hub at `…/kojihub` has its pages for people at `…/koji`. */
function kojiWeb({ koji }: ComposeTools['places']): string {
  return koji.replace(/\/kojihub$/, '/koji')
}
