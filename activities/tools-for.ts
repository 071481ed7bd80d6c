import type { Stream } from '../compose/naming/stream.ts'
import type { Tools } from './tools.ts'

/** The tools with what is configured for a stream: its arches, images and conditions. */
export function toolsFor(tools: Tools, stream: Stream): Tools {
  const places = tools.placesFor(stream)
  const all = async () => ({ ...(await tools.all()), places })
  return { ...tools, places, all }
}
