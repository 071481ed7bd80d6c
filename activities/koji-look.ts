import { formatComposeId, seriesName, type ComposeId } from '../compose/compose-id.ts'
import { composeTasksQuery, countTasks, tasksOf } from '../compose/compose-tasks.ts'
import { listTasksOptions } from '../compose/koji-query.ts'
import { parseTasks, type KojiTask } from '../compose/koji-task.ts'
import type { KojiLook } from '../compose/observation.ts'
import { listTasks } from '../clients/koji-tasks.ts'
import { noAnswer } from './no-answer.ts'
import type { Tools } from './tools.ts'

/** How far the Koji tasks of a compose are. */
export async function lookAtKoji(tools: Tools, id: ComposeId): Promise<KojiLook> {
  if (!tools.places.kojiRequired) return { kind: 'waived' }
  try {
    return { kind: 'counted', ...countTasks(await composeTasks(tools, id)) }
  } catch (error) {
    return noAnswer(error)
  }
}

/** Every Koji task of a compose, in one multicall a page. @throws ClientFailure */
export async function composeTasks({ koji }: Tools, id: ComposeId): Promise<readonly KojiTask[]> {
  const query = composeTasksQuery(id.date)
  const tasks = await listTasks(koji, listTasksOptions(query), parseTasks)
  return tasksOf(tasks, { version: id.version, release: releaseOf(id) })
}

/** `20261124.n.0`: what Pungi gives its tasks as their release. */
function releaseOf(id: ComposeId): string {
  return formatComposeId(id).slice(seriesName(id).length + 1)
}
