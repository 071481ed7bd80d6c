import type { Client } from '@temporalio/client'
import type { Settings } from '../../workers/config/config.ts'
import { linesOf } from '../../workers/config/streams.ts'
import type { KnownNight } from '../../workers/orders/known-night.ts'
import type { MeantNight } from '../../workers/orders/night-of-stream.ts'
import { UsageError } from '../exit-code.ts'
import { idsOfNight } from '../composes/night-named.ts'
import { isMeant, nameSaid } from '../nights/night-argument.ts'

/** The night that an order is about, or why there is none. */
export type Meant = KnownNight | { readonly none: string }

/**
 * The night that a person means: the one that is named, or, by the name of a stream, the one that such an
 * order is usually about. @throws UsageError where several are meant, ArchiveAway
 */
export async function meantNight(
  client: Client,
  settings: Settings,
  name: string,
  meant: MeantNight,
): Promise<Meant> {
  const { nightOfStream } = await import('../../workers/orders/night-of-stream.ts')
  const { knownNight } = await import('../../workers/orders/known-night.ts')
  const stream = nameSaid(name)
  const lines = linesOf(settings)
  if (!lines.some((line) => line.name === stream))
    return await named(client, settings, name, await idsOfNight(name, settings))
  const found = await nightOfStream(client, settings, stream, meant)
  if (found.kind === 'none') return { none: found.why }
  if (found.kind === 'several')
    throw new UsageError(
      `${found.ids.length} nights of ${stream} run: ${found.ids.join(', ')}; name one of them`,
    )
  const night = await knownNight(client, settings, [found.id])
  return night ?? { none: `there is no night ${found.id} any more` }
}

async function named(
  client: Client,
  settings: Settings,
  name: string,
  ids: readonly string[],
): Promise<Meant> {
  const { knownNight } = await import('../../workers/orders/known-night.ts')
  const night = await knownNight(client, settings, ids, isMeant(name, ids))
  if (night === null)
    return { none: `there is no night ${ids.join(' or ')}; "nightjar list" shows those that are` }
  const asked = nameSaid(name)
  // A compose is tested by a run of its own, or by the night of its date; which may have another one.
  if (ids.length > 1 && night.id === ids[1] && night.compose !== asked)
    return {
      none: `no run has ${asked}; the night of its date, ${night.id}, has ${night.compose ?? 'no compose'}`,
    }
  return night
}
