import type { ComposeSource } from '../../sources/compose-source.ts'
import { guessReleases } from '../../compose/naming/guess-releases.ts'
import type { OpenedCompose } from '../../compose/expected/opened-compose.ts'
import { parseReleaseMetadata } from '../../compose/naming/release-metadata.ts'
import { upgradeReleases, type Releases } from '../../compose/naming/releases.ts'
import type { PlanInput } from '../../jobs/plan/plan-input.ts'
import { composeSource } from '../../workers/config/compose-source.ts'
import type { Settings } from '../../workers/config/config.ts'
import { today } from '../nights/night-argument.ts'

/** A plan does not wait long for what only its upgrade tests need. */
const deadlineMs = 5000

/** The release numbers of a plan: by Fedora's list, or guessed by its schedule where the list cannot be read, which stderr tells. */
export async function planReleases(
  { releases: url }: ComposeSource,
  settings: Settings,
  version: string,
  { id }: OpenedCompose,
): Promise<PlanInput['releases']> {
  const { CURRREL, RAWREL, UP1REL, UP2REL } = upgradeReleases(
    version,
    await listed(url, settings, id?.date ?? null),
  )
  return { currrel: String(CURRREL), rawrel: String(RAWREL), up1rel: String(UP1REL), up2rel: String(UP2REL) }
}

async function listed(url: string, settings: Settings, date: string | null): Promise<Releases> {
  try {
    return parseReleaseMetadata(await composeSource(settings, deadlineMs).tree.read(url))
  } catch (error) {
    const guessed = guessReleases(date ?? today().replaceAll('-', ''))
    const why = error instanceof Error ? error.message : String(error)
    console.error(`nightjar: the release list could not be read (${why})`)
    console.error(
      `nightjar: CURRREL, RAWREL, UP1REL and UP2REL are guessed by Fedora's schedule; they matter to upgrade tests only`,
    )
    return guessed
  }
}
