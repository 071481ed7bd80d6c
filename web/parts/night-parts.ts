import type { Delivery } from '../../archive/nights/deliveries.ts'
import type { WholeNight } from '../../archive/queries/whole-night.ts'
import { link, markup, nothing, type Markup } from '../../report/html/markup.ts'
import { minuteOf } from '../../report/minute.ts'
import type { NightOrder } from '../../report/order.ts'
import { orderWords } from '../../report/orders/order-words.ts'
import type { StageTiming } from '../../report/outcome.ts'
import type { Report } from '../../report/report.ts'
import { span } from './span.ts'

/** What a page tells of a night beside its report: its stages with times, orders and deliveries. */
export function nightParts(
  { night, stages, deliveries, heard }: WholeNight,
  report: Report | null,
  orders: readonly NightOrder[],
): Markup {
  const running =
    stages.length === 0 ? heard.toReversed().map(({ stage, said, at }) => heardRow(stage, said, at)) : []
  return markup`${orderList(orders, night.date ?? '')}${stages.length + running.length === 0 ? nothing : stageTable([...stages.map(stageRow), ...running])}${deliveryList(deliveries)}${temporal(report)}`
}

function stageTable(rows: readonly Markup[]): Markup {
  return markup`<h2>Stages</h2>
<table>
<thead><tr><th scope="col">Stage</th><th scope="col">When (UTC)</th><th scope="col">It took</th><th scope="col">The last answer</th></tr></thead>
<tbody>
${rows}</tbody></table>
`
}

function stageRow({ name, since, until, lastAnswer }: StageTiming): Markup {
  const when =
    since === null ? '' : `${since.slice(5, 16).replace('T', ' ')} to ${until?.slice(11, 16) ?? '…'}`
  const took = since === null || until === null ? '' : span(Date.parse(until) - Date.parse(since))
  return markup`<tr><td>${name}</td><td>${when}</td><td>${took}</td><td>${lastAnswer}</td></tr>
`
}

function heardRow(stage: string, said: string, at: string): Markup {
  return markup`<tr><td>${stage}</td><td>heard ${at.slice(5, 16).replace('T', ' ')}</td><td></td><td>${said}</td></tr>
`
}

function orderList(orders: readonly NightOrder[], date: string): Markup {
  if (orders.length === 0) return nothing
  return markup`<h2>Orders</h2>
<ul>${orders.map((order) => markup`<li>${orderWords(order, date)}</li>`)}</ul>
`
}

/** Who gets mail is nobody's business: recipients are counted, not named. */
function deliveryList(deliveries: readonly Delivery[]): Markup {
  if (deliveries.length === 0) return nothing
  const groups = Map.groupBy(
    deliveries,
    ({ edition, channel, state }) => `edition ${edition}, ${channel}: ${state}`,
  )
  return markup`<h2>Deliveries</h2>
<ul>${[...groups].map(
    ([words, some]) =>
      markup`<li>${words}${some.length > 1 ? ` (${some.length} recipients)` : ''}, ${minuteOf(some.at(-1)?.at ?? null)}</li>`,
  )}</ul>
`
}

function temporal(report: Report | null): Markup {
  const page = report?.links.run ?? null
  return page === null
    ? nothing
    : markup`<p>${link(page, "The night in Temporal's UI")}</p>
`
}
