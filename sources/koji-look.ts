import type { ComposeId } from '../compose/naming/compose-id.ts'
import { composeTasksQuery, countTasks, tasksOf } from '../compose/koji/compose-tasks.ts'
import type { ComposeRef } from '../compose/naming/compose-ref.ts'
import { kojiNameOf } from '../compose/koji/koji-name.ts'
import type { KojiTask } from '../compose/koji/koji-task.ts'
import type { KojiLook } from '../compose/readiness/observation.ts'
import type { TaskSource } from './koji-cache.ts'
import { noAnswer } from './no-answer.ts'
import type { ComposeTools } from './compose-tools.ts'

/** What a look at Koji's tasks needs. */
export interface TaskTools {
  readonly tasks: TaskSource
  readonly places: Pick<ComposeTools['places'], 'kojiOwner'>
}

/** How many Koji tasks of a compose are open, failed and done. */
export async function lookAtKoji(tools: ComposeTools, id: ComposeId): Promise<KojiLook> {
  if (!tools.places.kojiRequired) return { kind: 'waived' }
  try {
    return { kind: 'counted', ...countTasks(await composeTasks(tools, { kind: 'pungi', id })) }
  } catch (error) {
    return noAnswer(error)
  }
}

/** Every Koji task of a compose; none if Koji does not know it by name. @throws ClientFailure, KojiFault */
export async function composeTasks(tools: TaskTools, ref: ComposeRef): Promise<readonly KojiTask[]> {
  const name = kojiNameOf(ref)
  return name === null ? [] : tasksOf(await imageTasks(tools, name.date), name)
}

/**
 * The tasks that made images since a compose's date, one multiCall a page.
 * @throws ClientFailure, KojiFault
 */
export function imageTasks({ tasks, places }: TaskTools, date: string): Promise<readonly KojiTask[]> {
  return tasks.tasks(composeTasksQuery(date, places.kojiOwner === null ? {} : { owner: places.kojiOwner }))
}
