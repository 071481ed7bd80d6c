import type { Acceptance } from '../../report/order.ts'
import { clock } from './clock.ts'
import { problemsNamed } from './problems.ts'
import type { DeskParts, DeskState } from './desk-state.ts'
import type { Order } from './order.ts'
import { deadlineAfter, isCondition, type Stands } from './refusal.ts'

interface Taking {
  readonly parts: DeskParts
  readonly state: DeskState
  readonly stands: Stands
  /** ISO. */
  readonly at: string
}

/** What an order changes at once. Answers what will be, in one sentence. */
export function takeEffect(order: Order, taking: Taking): string {
  const { parts, state, stands } = taking
  switch (order.name) {
    case 'rerun':
      state.waiting = order
      parts.nudge.give()
      return `${parts.workflowId}: it will ${order.what.kind === 'stage' ? `begin again at ${order.what.from}` : 'run them again'}, and report again`
    case 'accept':
      return accept(order, taking)
    case 'extend':
      return setDeadline(deadlineAfter(order, stands), taking, 'now ends at')
    case 'finish': {
      if (stands.stage !== 'over') state.finished = stands.stage
      const said = setDeadline(taking.at, taking, 'ends now,')
      parts.nudge.give()
      return said
    }
    case 'cancel':
      state.stopped = order
      parts.stop()
      return `${parts.workflowId} stops`
    case 'look':
      parts.nudge.give()
      return `${parts.workflowId} looks now`
    default:
      return order satisfies never
  }
}

function setDeadline(deadline: string, { parts, stands, at }: Taking, how: string): string {
  const { recorder, workflowId } = parts
  const { stage } = stands
  if (stage !== 'over') recorder.extend(stage, deadline)
  return `${workflowId}: ${stage} ${how} ${clock(deadline, Date.parse(at))} UTC`
}

function accept(order: Extract<Order, { name: 'accept' }>, { parts, state, at }: Taking): string {
  const { workflowId, nudge } = parts
  state.waived = [...state.waived, ...order.what.filter(isCondition)]
  const problems = order.what
    .filter((name) => !isCondition(name))
    .flatMap((name) => problemsNamed(name, state.last?.left?.problems ?? []))
  const accepted = [...new Set(problems)].map((problem): Acceptance => {
    const { id, by, why, until } = order
    const signed = { order: id, run: workflowId, by, why: why ?? '', at, until }
    return problem.kind === 'image'
      ? { ...signed, kind: 'image', name: problem.name, modules: [] }
      : { ...signed, kind: 'test', name: problem.scenario, modules: problem.modules }
  })
  state.accepted = [...state.accepted, ...accepted]
  if (accepted.length > 0) state.waiting = order
  nudge.give()
  const what = order.what.join(', ')
  return accepted.length === 0
    ? `${workflowId} no longer waits for ${what}`
    : `${workflowId} reports again without ${what}`
}
