import { tasksFrom } from '../../sources/koji-cache.ts'
import type { TaskTools } from '../../sources/koji-look.ts'
import { koji } from '../../clients/koji/koji.ts'
import type { Settings } from './config.ts'
import { placesOf } from './places.ts'

/** Koji's tasks, for commands that need no other client. */
export function taskTools(settings: Settings): TaskTools {
  const places = placesOf(settings)
  return { places, tasks: tasksFrom(koji({ url: places.koji })) }
}
