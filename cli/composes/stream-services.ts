import type { ComposeRef } from '../../compose/naming/compose-ref.ts'
import { streamOf } from '../../compose/naming/night-of.ts'
import { withPlaces, type ComposeServices } from '../../sources/compose-tools.ts'
import type { Settings } from '../../workers/config/config.ts'
import { placesOfStream } from '../../workers/config/places.ts'

/**
 * The services with what is configured for the stream of a compose, as its night has them: arches, images and
 * conditions. The common ones for a compose of no stream.
 */
export function streamServices<Services extends ComposeServices>(
  services: Services,
  settings: Settings,
  ref: ComposeRef | null,
): Services {
  const stream = ref === null ? null : streamOf(ref, services.lines)
  return stream === null ? services : withPlaces(services, placesOfStream(services.places, settings, stream))
}
