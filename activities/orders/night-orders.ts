import type { NightFacts } from '../../report/facts.ts'
import type { Acceptance, NightOrder } from '../../report/order.ts'
import { noteInArchive, type AskArchive } from '../archive-failures.ts'
import { nightRun } from '../night-run.ts'
import type { ReportInput } from '../report-activities.ts'
import type { Tools } from '../tools.ts'

type OrderFacts = Pick<NightFacts, 'orders' | 'acceptances' | 'publishBy'>

/**
 * What people ordered of a night and accepted, also before its run took it over, and what the stream's nights
 * before accepted for a time. While the archive is away it is only what the run itself knows.
 */
export async function nightOrders(
  { archive, publishBy }: Pick<Tools, 'archive' | 'publishBy'>,
  { night, workflowId: run, orders = [], accepted = [], notCompared }: ReportInput,
  ask: AskArchive,
): Promise<OrderFacts> {
  // The mail went out without the archive, which gets what the mail said.
  if (notCompared != null) return { orders, acceptances: accepted, publishBy }
  const { stream, ...date } = night
  const taken = await ask(() => archive.ordersOf(run))
  const kept = await ask(() => archive.acceptancesOf(stream, { run, ...date }))
  return {
    orders: allOrders(taken.kind === 'value' ? taken.value : [], orders),
    acceptances: allAcceptances(kept.kind === 'value' ? kept.value : [], accepted),
    publishBy,
  }
}

/** Writes down what people ordered and accepted; an archive that fails holds no report up. */
export async function noteOrders(
  { archive, ...tools }: Tools,
  { night, orders = [], accepted = [] }: ReportInput,
): Promise<void> {
  if (orders.length + accepted.length === 0) return
  const run = nightRun(tools, night)
  await noteInArchive(async () => {
    for (const order of orders) await archive.orderTaken(run, order)
    await archive.accept(run, accepted)
  })
}

/** The run knows best, but for what came of an order that another run carried out. */
function allOrders(kept: readonly NightOrder[], own: readonly NightOrder[]): readonly NightOrder[] {
  const all = new Map(kept.map((order) => [order.id, order]))
  for (const order of own) {
    const became = order.became || (all.get(order.id)?.became ?? '')
    all.set(order.id, { ...order, became })
  }
  return [...all.values()].toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)))
}

function allAcceptances(kept: readonly Acceptance[], own: readonly Acceptance[]): readonly Acceptance[] {
  const all = [...kept, ...own].map(
    (one) => [JSON.stringify([one.run, one.order, one.kind, one.name]), one] as const,
  )
  return [...new Map(all).values()]
}
