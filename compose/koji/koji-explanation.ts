import type { MissingImage } from '../expected/expected.ts'
import type { ImageKey } from '../images/image.ts'
import type { KojiTask } from './koji-task.ts'
import { taskMakes } from './task-makes.ts'

/** The Koji task that failed to make an image. */
export interface Explanation {
  readonly task: number
  readonly method: string
  readonly state: string
  readonly url: string
  /** The fault that the task ended with, in Koji's words. Empty if it has none (CANCELED). */
  readonly fault: string
}

/** A missing image, and the failed task that explains it. `koji` is null if no such task was found. */
export interface ExplainedImage extends MissingImage {
  readonly koji: Explanation | null
}

/** Which expected images a compose does not have. `expected` is the number of all expected images. */
export interface JudgedImages {
  readonly expected: number
  readonly missing: readonly ExplainedImage[]
}

const fedoraKoji = 'https://koji.fedoraproject.org/koji'

/**
 * Why an image of a compose is missing: the newest failed or canceled task that should have made it. A child
 * comes before its parent, because the child has the real fault. Null if no such task failed.
 * `tasks` are the tasks of the compose, as `tasksOf` returns them.
 */
export function explainMissing(
  image: ImageKey,
  tasks: readonly KojiTask[],
  kojiWeb: string = fedoraKoji,
): Explanation | null {
  const failed = tasks
    .filter((task) => hasFailed(task) && taskMakes(task, image))
    .toSorted((a, b) => b.id - a.id)
  const [best] = [...failed.filter(({ parent }) => parent !== null), ...failed]
  return best ? explanation(best, kojiWeb) : null
}

function hasFailed({ state }: KojiTask): boolean {
  return state === 'FAILED' || state === 'CANCELED'
}

function explanation({ id, method, state, failure }: KojiTask, kojiWeb: string): Explanation {
  return { task: id, method, state, url: `${kojiWeb}/taskinfo?taskID=${id}`, fault: failure ?? '' }
}
