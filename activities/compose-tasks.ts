import { composeTasksQuery, tasksOf } from '../compose/compose-tasks.ts'
import type { KojiName } from '../compose/koji-name.ts'
import { listTasksOptions } from '../compose/koji-query.ts'
import { parseTasks, type KojiTask } from '../compose/koji-task.ts'
import { listTasks } from '../clients/koji-tasks.ts'
import type { Koji } from '../clients/koji.ts'

/** Every Koji task of a compose of either generation, in one multicall a page. @throws ClientFailure, KojiFault */
export async function composeTasksNamed(koji: Koji, name: KojiName): Promise<readonly KojiTask[]> {
  const query = composeTasksQuery(name.date)
  return tasksOf(await listTasks(koji, listTasksOptions(query), parseTasks), name)
}
