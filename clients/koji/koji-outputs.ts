import type { Koji } from './koji.ts'
import { KojiFault } from './koji-fault.ts'

/**
 * What listTaskOutput answers for each of some tasks, in their order, each made plain by `read`.
 * @throws KojiFault, ClientFailure where one of them fails: a part of the files is no answer.
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
