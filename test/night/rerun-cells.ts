import type { Cell } from './matrix-cells.ts'
import { everyJob, following, latest, type OutwardCall, type Recognise } from './outward-calls.ts'

/** One cell: a night in which one call of an order to run jobs again goes wrong in one way. */
export interface RerunCell extends Pick<Cell, 'moment' | 'date' | 'title'> {
  readonly mishap: Exclude<Cell['mishap'], 'duplicate'>
  /** What goes wrong: a call to a service, or an act of the archive, which is away for once. */
  readonly call: OutwardCall | { readonly name: string; readonly act: 'keep' | 'claim' | 'recall' }
}

const restart: Recognise = ({ method, path }) => method === 'POST' && path.endsWith('/restart')
const secondRestart: Recognise = (call, before) =>
  restart(call, before) && before.some((each) => restart(each, []) && each.path !== call.path)

/** Every kind of call to a service that follows an order to run jobs again, in their order. */
const calls: readonly OutwardCall[] = [
  { name: 'choose: every job of the build', is: everyJob },
  { name: 'a restart', is: restart },
  { name: 'the restart of another job', is: secondRestart },
  { name: 'await: the jobs', is: following(restart, latest) },
  { name: 'await: every job of the build', is: following(restart, everyJob) },
  { name: 'report: the mail', is: ({ service }) => service === 'smtp' },
]

/** What the order asks of the archive. */
const acts = (['keep', 'claim', 'recall'] as const).map((act) => ({ name: `the archive's ${act}`, act }))

const mishaps = ['reset', 'timeout', '502', 'killed'] as const

/** Every call, before and after its effect, with every mishap; and restarts whose effect comes late. */
export const everyRerunCell: readonly RerunCell[] = [
  ...calls.flatMap((call) =>
    mishaps.flatMap((mishap) => [
      { call, mishap, moment: 'before' as const },
      { call, mishap, moment: 'after' as const },
      ...(call.name.includes('restart') ? [{ call, mishap, moment: 'late' as const }] : []),
    ]),
  ),
  ...acts.flatMap((call) =>
    (['before', 'after'] as const).map((moment) => ({ call, mishap: 'reset' as const, moment })),
  ),
].map((cell, nth) => ({
  ...cell,
  // The fault matrix has 2033.
  date: new Date(Date.UTC(2034, 0, 1 + nth)).toISOString().slice(0, 10),
  title: `${cell.call.name}: ${cell.mishap} ${cell.moment === 'late' ? 'and then' : cell.moment} its effect`,
}))
