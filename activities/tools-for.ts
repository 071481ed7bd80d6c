import type { Stream } from '../compose/naming/stream.ts'
import type { Places } from '../sources/compose-tools.ts'
import type { Tools } from './tools.ts'

/** The tools with what is configured for a stream: its arches, images and conditions. */
export function toolsFor(tools: Tools, stream: Stream): Tools {
  return withPlaces(tools, tools.placesFor(stream))
}

/** The tools with other places, also where they load all clients. */
export function withPlaces(tools: Tools, places: Places): Tools {
  const all = async () => ({ ...(await tools.all()), places })
  return { ...tools, places, all }
}
