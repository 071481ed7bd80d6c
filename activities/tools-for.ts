import type { Stream } from '../compose/naming/stream.ts'
import { withPlaces } from '../sources/compose-tools.ts'
import type { Tools } from './tools.ts'

/** The tools with what is configured for a stream: its arches, images and conditions. */
export function toolsFor(tools: Tools, stream: Stream): Tools {
  return withPlaces(tools, tools.placesFor(stream))
}
