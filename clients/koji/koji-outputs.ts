import type { Koji } from './koji.ts'
import { KojiFault } from './koji-fault.ts'

/**
 * Calls listTaskOutput for each task; the results are parsed by `read` and keep the tasks' order.
 * @throws KojiFault, ClientFailure if one call fails: a part of the files is not an answer.
 */
export async function listOutputs<Output>(
  koji: Koji,
  tasks: readonly number[],
  read: (value: unknown) => Output,
): Promise<readonly Output[]> {
  const outcomes = await koji.multiCall(tasks.map((task) => ({ method: 'listTaskOutput', args: [task] })))
  return outcomes.map((outcome, at) => {
    if (outcome.ok) return read(outcome.value)
    throw new KojiFault(outcome.fault, `listTaskOutput of ${tasks[at] ?? 'a task'}`)
  })
}
