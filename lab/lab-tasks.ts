import { daysBefore } from '../compose/naming/calendar.ts'
import { hasEarlier } from './earlier.ts'
import type { ComposeTasks } from './koji/tasks.ts'
import { mashOf, type LabMash } from './mash/mash-nightly.ts'
import { composesOf, type LabCompose } from './nightly.ts'
import type { LabScenario } from './script.ts'

/** The Koji tasks of a date's (`YYYY-MM-DD`) composes; for nightlies of 2015, also of the night before. */
export function labTasks(scenario: LabScenario, date: string): readonly ComposeTasks[] {
  const before = mashOf(scenario, daysBefore(date, 1)).filter(({ stream }) => hasEarlier(scenario, stream))
  return [
    ...before.map((nightly) => ({ ...mashTasksOf(nightly), daysAgo: 1 })),
    ...mashOf(scenario, date).map(mashTasksOf),
    ...composesOf(scenario, date).map(pungiTasksOf),
  ]
}

function pungiTasksOf({ id, version, script }: LabCompose): ComposeTasks {
  return { composeRelease: id.slice(id.lastIndexOf('-') + 1), version, tasks: script.tasks }
}

function mashTasksOf({ version, date, script }: LabMash): ComposeTasks {
  return { composeRelease: date, version: version.toLowerCase(), tasks: script.tasks }
}
