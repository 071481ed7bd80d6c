import type { Stream } from '../compose/naming/stream.ts'
import type { Patience } from '../workflows/patience.ts'
import type { Settings } from './config/config.ts'
import { findStream } from './config/streams.ts'

/** The patience of the nights of a stream: the common one, with the deadlines that are its own. */
export function patienceOf(
  { patience, streams }: Pick<Settings, 'patience' | 'streams'>,
  stream: Stream,
): Patience {
  const own = findStream({ streams }, stream)?.patience
  if (own === undefined) return patience
  return {
    ...patience,
    find: { ...patience.find, ...own.find },
    complete: { ...patience.complete, ...own.complete },
    schedule: { ...patience.schedule, ...own.schedule },
    await: { ...patience.await, ...own.await },
    watch: { ...patience.watch, ...own.watch },
    respins: { ...patience.respins, ...own.respins },
    openMs: own.openMs ?? patience.openMs,
  }
}
