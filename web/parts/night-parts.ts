import type { Delivery } from '../../archive/nights/deliveries.ts'
import type { UsualStage } from '../../archive/queries/usual-stages.ts'
import type { WholeNight } from '../../archive/queries/whole-night.ts'
import { link, markup, nothing, type Markup } from '../../report/html/markup.ts'
import { minuteOf } from '../../report/minute.ts'
import type { NightOrder } from '../../report/order.ts'
import { orderWords } from '../../report/orders/order-words.ts'
import type { StageTiming } from '../../report/outcome.ts'
import type { Report } from '../../report/report.ts'
import { span } from './span.ts'

/** What a night's page has besides what the archive has of the night. */
interface BesideNight {
  readonly report: Report | null
  readonly orders: readonly NightOrder[]
  /** How long its stages took on the nights before. */
  readonly usual: readonly UsualStage[]
}

/** What a page tells of a night beside its report: its stages with times, orders and deliveries. */
export function nightParts(
  { stages, deliveries, heard }: WholeNight,
  { report, orders, usual }: BesideNight,
): Markup {
  const running =
    stages.length === 0 ? heard.toReversed().map(({ stage, said, at }) => heardRow(stage, said, at)) : []
  return markup`${orderList(orders)}${stages.length + running.length === 0 ? nothing : stageTable([...stages.map((stage) => stageRow(stage, usual)), ...running])}${deliveryList(deliveries)}${temporal(report)}`
}

function stageTable(rows: readonly Markup[]): Markup {
  return markup`<h2>Stages</h2>
<table>
<thead><tr><th scope="col">Stage</th><th scope="col">When (UTC)</th><th scope="col">It took</th><th scope="col">The last answer</th></tr></thead>
<tbody>
${rows}</tbody></table>
`
}

function stageRow({ name, since, until, lastAnswer }: StageTiming, usual: readonly UsualStage[]): Markup {
  const when =
    since === null
      ? ''
      : `${since.slice(5, 16).replace('T', ' ')}${until === null ? '' : ` to ${until.slice(11, 16)}`}`
  const tookMs = since === null || until === null ? null : Date.parse(until) - Date.parse(since)
  const took = tookMs === null ? '' : markup`${span(tookMs)}${lateWords(tookMs, usualOf(name, usual))}`
  return markup`<tr><td>${name}</td><td>${when}</td><td>${took}</td><td>${lastAnswer}</td></tr>
`
}

/** Fewer nights say nothing of what is usual. */
const fewestNights = 5

function usualOf(name: string, usual: readonly UsualStage[]): number | null {
  return usual.find((stage) => stage.name === name && stage.nights >= fewestNights)?.p90Ms ?? null
}

/** Says that a stage was late: it took a tenth longer than on nine of ten nights, and a minute at least. */
function lateWords(tookMs: number, usualMs: number | null): Markup {
  if (usualMs === null || tookMs < usualMs + Math.max(60_000, usualMs / 10)) return nothing
  return markup`, <b>late</b>: on nine of ten nights at most ${span(usualMs)}`
}

function heardRow(stage: string, said: string, at: string): Markup {
  return markup`<tr><td>${stage}</td><td>heard ${at.slice(5, 16).replace('T', ' ')}</td><td></td><td>${said}</td></tr>
`
}

function orderList(orders: readonly NightOrder[]): Markup {
  if (orders.length === 0) return nothing
  return markup`<h2>Orders</h2>
<ul>${orders.map((order) => markup`<li>${orderWords(order, null)}</li>`)}</ul>
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
