import type { Delivery } from '../../archive/nights/deliveries.ts'
import { askArchive } from '../archive-place.ts'
import type { Settings } from '../config/config.ts'
import { noAnswer, ok, warning, wordsOf, type Diagnosis } from './diagnosis.ts'

/** What was refused so long ago is of no interest any more. */
const weekMs = 7 * 86_400_000

/** What was given up on channels of the archive, which nobody sends again. */
export interface Refused {
  readonly about: string
  readonly channels: readonly string[]
  readonly todo: (last: Delivery) => string
}

/** Whether something was refused on one of these channels within a week. */
export async function examineRefused(
  settings: Settings,
  { about, channels, todo }: Refused,
): Promise<Diagnosis> {
  const since = new Date(Date.now() - weekMs).toISOString()
  try {
    const refused = await askArchive(settings, (archive) =>
      Promise.all(channels.map((channel) => archive.refusedOn(channel, since))),
    )
    if (refused === null) return noAnswer(about, 'there is no archive to ask', 'see the archive')
    const [newest] = refused.flatMap(([last]) => last ?? []).toSorted((a, b) => b.at.localeCompare(a.at))
    if (newest === undefined) return ok(about, 'none in a week')
    return warning(about, refused.flatMap(inWords).join('; '), todo(newest))
  } catch (thrown) {
    return noAnswer(about, wordsOf(thrown), 'look at the archive')
  }
}

function inWords(refused: readonly Delivery[]): readonly string[] {
  const [last] = refused
  if (last === undefined) return []
  const count = `${refused.length === 100 ? 'at least ' : ''}${refused.length}`
  return [`${count} in a week on ${last.channel}, the last of ${last.run}: ${last.why}`]
}
