import { liveIso } from '../compose/coreos/coreos-build.ts'
import type { OpenedCompose } from '../compose/expected/opened-compose.ts'
import { dateOf, undashed } from '../compose/naming/calendar.ts'
import { isFailure } from '../clients/failure.ts'
import { isAmong } from '../jobs/plan/flavor.ts'
import { mashPosts } from '../jobs/plan/mash-posts.ts'
import type { PlanInput } from '../jobs/plan/plan-input.ts'
import { planPosts } from '../jobs/plan/plan.ts'
import type { Post } from '../jobs/plan/post.ts'
import type { ComposeSource } from './compose-tools.ts'
import { readInfo } from './read-info.ts'
import { upgradeNumbers } from './read-releases.ts'

/** What to test of a compose, and how. */
export interface PlanWishes extends Pick<
  PlanInput,
  'arches' | 'wanted' | 'flavors' | 'extraSettings' | 'force' | 'run'
> {
  /** `Rawhide` or a number: the release under test. */
  readonly version: string
}

/** The posts of a compose. Each of `warnings` is a sentence on something that was guessed. */
export interface ComposePlan {
  readonly posts: readonly Post[]
  readonly warnings: readonly string[]
}

/** The release of an opened compose as openQA's VERSION; null if it is not known. */
export function releaseOf({ id, judged }: OpenedCompose): string | null {
  const release = id?.version ?? judged?.release
  return release === undefined ? null : String(release)
}

/**
 * Plans every post for a compose whose images are known. If the release list cannot be read, the release
 * numbers are guessed, and a warning says so.
 * @throws Error for an extra setting that is not allowed.
 */
export async function planPostsOf(
  source: ComposeSource,
  opened: OpenedCompose,
  { version, ...wishes }: PlanWishes,
): Promise<ComposePlan> {
  const { compose, ref, label, images, coreos } = opened
  if (ref?.kind === 'mash') {
    const all = mashPosts(ref, images, wishes)
    return { posts: all.filter(({ flavor }) => isAmong(wishes.flavors, flavor)), warnings: [] }
  }
  const { releases, guessedBecause } = await upgradeNumbers(source, version, dateOfOpened(opened))
  // A build of CoreOS has no tree to install from.
  const location = coreos === undefined ? opened.tree : ''
  const posts = planPosts({ ...wishes, compose, version, location, images, releases, label })
  const warnings = guessedBecause === null ? [] : [guessed(guessedBecause)]
  return { posts, warnings }
}

/** Whether it is a build of Fedora CoreOS without the image that openQA tests. */
export function lacksLiveIso({ images, coreos }: OpenedCompose): boolean {
  return coreos !== undefined && !images.some(({ type }) => type === liveIso.type)
}

function dateOfOpened({ id, coreos }: OpenedCompose): string {
  return id?.date ?? coreos?.date ?? undashed(dateOf(new Date()))
}

/**
 * The label of a compose of Fedora's, such as `RC-1.2`; null if it has none. Its `composeinfo.json` has it.
 * That file is read from the compose's own place, or from the archive of a deleted compose. Nightlies have no
 * label, so nothing is read for them.
 * @throws ClientFailure if the server does not answer, Garbled if the file is not of this compose.
 */
export async function readLabelOf(
  source: ComposeSource,
  { label, ref }: Pick<OpenedCompose, 'label' | 'ref'>,
): Promise<string | null> {
  if (label !== null || ref?.kind !== 'pungi' || ref.id.type === 'nightly') return label
  try {
    return (await readInfo(source, ref.id)).label
  } catch (error) {
    if (isFailure(error, 'absent')) return null
    throw error
  }
}

function guessed(why: string): string {
  return (
    `the release list could not be read (${why}): CURRREL, RAWREL, UP1REL and UP2REL are guessed from Fedora's schedule; ` +
    'only upgrade tests use them'
  )
}
