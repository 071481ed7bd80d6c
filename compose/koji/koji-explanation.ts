import type { MissingImage } from '../expected/expected.ts'
import { composeArch } from '../images/arch.ts'
import type { ImageKey } from '../images/image.ts'
import { imageMethods } from './koji-method.ts'
import type { KojiTask } from './koji-task.ts'

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
  const failed = tasks.filter((task) => hasFailed(task) && makes(task, image)).toSorted((a, b) => b.id - a.id)
  const [best] = [...failed.filter(({ parent }) => parent !== null), ...failed]
  return best ? explanation(best, kojiWeb) : null
}

function hasFailed({ state }: KojiTask): boolean {
  return state === 'FAILED' || state === 'CANCELED'
}

function explanation({ id, method, state, failure }: KojiTask, kojiWeb: string): Explanation {
  return { task: id, method, state, url: `${kojiWeb}/taskinfo?taskID=${id}`, fault: failure ?? '' }
}

function makes(task: KojiTask, image: ImageKey): boolean {
  const arches = [task.arch, ...task.arches].map(composeArch)
  return arches.includes(composeArch(image.arch)) && canMake(task.method, image.type) && names(task, image)
}

/**
 * Whether the name of a task (`Fedora-Cloud-Base-Vagrant`, `Fedora-Live-MATE_Compiz-i686`) matches an image.
 * It must have every word of the subvariant. Any other word must belong to the type or to {@link padding}.
 */
function names(task: KojiTask, { subvariant, type }: ImageKey): boolean {
  const said = words(task.name)
  const wanted = words(subvariant)
  const allowed = new Set([...wanted, ...words(type), ...padding])
  return (
    wanted.length > 0 &&
    wanted.every((word) => said.includes(word)) &&
    said.every((word) => allowed.has(word))
  )
}

/**
 * Words in task names that do not distinguish images. MATE's live image of 2015 is MATE_Compiz in Koji, but
 * its subvariant is Mate.
 */
const padding = [
  'fedora',
  'disk',
  'image',
  'compiz',
  'i386',
  'armhfp',
  'x86',
  '64',
  'aarch64',
  'ppc64le',
  's390x',
]

function words(name: string): readonly string[] {
  const parts = name.toLowerCase().split(/[-_.\s]/)
  return parts.filter((part) => part !== '').map(composeArch)
}

function canMake(method: string, type: string): boolean {
  const made = imageMethods.find((known) => known.method === method)?.makes ?? 'any'
  return made === 'any' || made === (type.includes('live') ? 'live' : 'disk')
}
