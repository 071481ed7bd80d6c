import { nameOfNight, nightId } from '../../compose/naming/night.ts'
import type { Order } from '../orders/order.ts'
import { nameOf } from '../orders/problems.ts'
import { refusalOf, type Stands } from '../orders/refusal.ts'
import type { NightProgress } from '../stage.ts'

const signed = { id: '', by: null, why: null }

/** The orders that a night would take now, as commands. */
export function toType(
  night: Pick<NightProgress, 'stream' | 'date' | 'hour'>,
  workflowId: string,
  stands: Stands,
  now: number,
): readonly string[] {
  const isNightly = workflowId === nightId(night)
  const name = isNightly ? nameOfNight(workflowId) : workflowId.replace(`nightly/${night.stream}/`, '')
  return candidates(name, stands)
    .filter(({ order }) => refusalOf(order, stands, now) === null)
    .map(({ command }) => command)
}

interface Candidate {
  readonly order: Order
  readonly command: string
}

function candidates(name: string, { problems, until, stage, notOk }: Stands): readonly Candidate[] {
  const [problem] = problems
  const known = problem && nameOf(problem)
  return [
    { order: { ...signed, name: 'rerun', what: { kind: 'failed' } }, command: `nightjar rerun ${name}` },
    ...(notOk > 0
      ? []
      : [
          {
            order: { ...signed, name: 'rerun', what: { kind: 'all' } } as const,
            command: `nightjar rerun ${name} --all`,
          },
        ]),
    ...(known === undefined ? [] : [accept(name, known)]),
    ...(stage === 'complete' ? [accept(name, 'koji')] : []),
    ...(until === null
      ? []
      : [
          {
            order: { ...signed, name: 'extend', hours: 4, until: null } as const,
            command: `nightjar extend ${name} 4h`,
          },
        ]),
    { order: { ...signed, name: 'look' }, command: `nightjar look ${name}` },
    { order: { ...signed, name: 'finish' }, command: `nightjar finish ${name} --why TEXT` },
    { order: { ...signed, name: 'cancel' }, command: `nightjar cancel ${name} --why TEXT` },
  ]
}

function accept(name: string, what: string): Candidate {
  const quoted = /^[\w:@.-]+$/.test(what) ? what : `'${what.replaceAll("'", String.raw`'\''`)}'`
  return {
    order: { ...signed, name: 'accept', what: [what], until: null },
    command: `nightjar accept ${name} ${quoted} --why TEXT`,
  }
}
