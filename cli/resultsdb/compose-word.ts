import { nameOfNight } from '../../compose/naming/night.ts'
import type { Settings } from '../../workers/config/config.ts'
import { linesOf } from '../../workers/config/streams.ts'
import { idsOfNight } from '../composes/night-named.ts'
import { UsageError } from '../exit-code.ts'
import { withArchive } from '../nights/with-archive.ts'
import type { ConfigOption } from '../options.ts'

/**
 * The compose that a word of the command line names: the word itself, or the compose of a night, which the
 * archive knows. @throws UsageError for a night without a compose, ArchiveAway
 */
export async function composeWord(word: string, settings: Settings, options: ConfigOption): Promise<string> {
  const [stream = ''] = nameOfNight(word).split('/')
  const isNight = linesOf(settings).some((line) => line.name === stream)
  if (!isNight) return word
  const ids = await idsOfNight(word, settings)
  const nights = await withArchive(options, (archive) => Promise.all(ids.map((id) => archive.night(id))))
  const night = nights.find((each) => each !== null)?.night
  if (night?.compose) return night.compose
  const why =
    night === undefined ? `the archive knows no night ${ids.join(' or ')}` : `${night.run} has no compose`
  throw new UsageError(`${why}; name a compose instead`)
}
