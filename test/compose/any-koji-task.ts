import * as fc from 'fast-check'
import type { TaskQuery } from '../../compose/koji/koji-query.ts'
import { taskStates } from '../../compose/koji/koji-task.ts'
import type { HubTask } from '../../lab/koji/row.ts'
import { hubTask } from '../lab/hub-task.ts'

const methods = ['createLiveCD', 'createAppliance', 'createImage', 'livecd']
const arches = ['i686', 'x86_64', 'armv7hl', 'noarch']
const owners = [2745, 2000]

/** A moment in epoch seconds. There are few moments, so a window often ends exactly at a task. */
const anyMoment = fc.integer({ min: 0, max: 8 }).map((step) => 1_439_900_000 + step * 3600)

/** Rows of a hub, in any order of ids and states. */
export const anyHubTasks: fc.Arbitrary<readonly HubTask[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.integer({ min: 1, max: 30 }),
      method: fc.constantFrom(...methods),
      arch: fc.constantFrom(...arches),
      owner: fc.constantFrom(...owners),
      state: fc.integer({ min: 0, max: 6 }),
      createdAt: anyMoment,
    })
    .map((row) => hubTask({ ...row, result: null })),
  { selector: ({ id }) => id, maxLength: 25 },
)

/** A few queries that are asked again and again, like the queries of one night. */
export const usualQuery = fc.constantFrom<TaskQuery[]>(
  {},
  { createdBefore: 1_439_914_400 },
  { createdBefore: 1_439_914_400, states: ['CLOSED', 'FAILED'] },
  { states: ['CLOSED'] },
)

/** Any query that a hub takes. Most differ only in their sets, so one often covers another. */
export const anyQuery: fc.Arbitrary<TaskQuery> = fc
  .tuple(
    fc.record(
      { methods: some(methods), states: some(taskStates), arches: some(arches) },
      { requiredKeys: [] },
    ),
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom({}, { createdBefore: 1_439_914_400 }) },
      fc.record(
        { owner: fc.constantFrom(...owners), createdAfter: anyMoment, createdBefore: anyMoment },
        { requiredKeys: [] },
      ),
    ),
  )
  .map(([sets, scalars]) => ({ ...sets, ...scalars }))

function some<Word extends string>(words: readonly Word[]): fc.Arbitrary<Word[]> {
  return fc.subarray([...words], { minLength: 1 })
}
