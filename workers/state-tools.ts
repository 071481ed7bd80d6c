import type { ComposeSource } from '../sources/compose-source.ts'
import type { StateTools } from '../sources/state-look.ts'
import type { Settings } from './config/config.ts'
import { placesOf } from './config/places.ts'

/** What a command looks at a compose with; the clients of Koji and of the mirror are made only if they are needed. */
export function stateTools(settings: Settings, { tree, sites }: ComposeSource): StateTools {
  return {
    tree,
    sites,
    places: placesOf(settings),
    all: async () => (await import('./tools.ts')).makeTools(settings),
  }
}
