import { ClientFailure } from '../clients/failure.ts'
import { Garbled } from '../compose/garbled.ts'
import { guessReleases } from '../compose/naming/guess-releases.ts'
import { parseReleaseMetadata } from '../compose/naming/release-metadata.ts'
import { upgradeReleases, type Releases, type UpgradeReleases } from '../compose/naming/releases.ts'
import { isNoAnswer } from './no-answer.ts'
import type { ComposeSource } from './compose-tools.ts'

const service = 'the list of releases'

/**
 * Fedora's list of its releases, which people maintain by hand, on a server of its own.
 * @throws ClientFailure
 */
export async function readReleases({
  tree,
  releases: url,
}: Pick<ComposeSource, 'tree' | 'releases'>): Promise<Releases> {
  const text = await tree.read(url, { service })
  try {
    return parseReleaseMetadata(text)
  } catch (cause) {
    if (!(cause instanceof Garbled)) throw cause
    throw new ClientFailure('garbled', service, `${url}: ${cause.message}`, { cause })
  }
}

/** The releases that upgrade tests start from. `guessedBecause`: why they are a guess; null if not. */
export interface UpgradeNumbers {
  readonly releases: UpgradeReleases
  readonly guessedBecause: string | null
}

/**
 * The releases that the upgrade tests of a compose start from, by Fedora's list. If the list cannot be read,
 * they are guessed from Fedora's schedule, since only upgrade tests need them.
 * @param version `Rawhide` or a number. @param date of the compose, `YYYYMMDD`.
 */
export async function upgradeNumbers(
  source: ComposeSource,
  version: string,
  date: string,
): Promise<UpgradeNumbers> {
  try {
    return { releases: upgradeReleases(version, await readReleases(source)), guessedBecause: null }
  } catch (error) {
    if (!isNoAnswer(error)) throw error
    return { releases: upgradeReleases(version, guessReleases(date)), guessedBecause: error.message }
  }
}
