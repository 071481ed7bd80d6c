import { unjudged } from '../../jobs/verdict/verdicts.ts'
import { minuteOf } from '../minute.ts'
import type { StageTiming } from '../outcome.ts'
import type { Report } from '../report.ts'
import { slowStages } from '../slow-stages.ts'
import { orderWords } from '../orders/order-words.ts'
import { changeLines } from '../text/change-lines.ts'
import { stageLines, stageSentence } from '../text/stage-lines.ts'
import { againCommand, jsonCommand, writer } from '../words/about-words.ts'
import { link, markup, nothing, type Markup } from './markup.ts'
import { listRow, sectionMarkup, type HtmlRow } from './section.ts'

/** Paragraphs about images, packages and installed systems. */
const mostChanges = 12

const mostOrders = 50

/** What changed of images and packages, when the stages ran, how to run a test again, and who wrote this. */
export function closing(report: Report): Markup {
  return markup`${changes(report)}${orders(report)}${times(report)}${again(report)}${footer(report)}`
}

/** What changed of images, packages and systems: paragraphs of the text, whose other lines are indented. */
export function changes(report: Report): readonly Markup[] {
  const lines = changeLines(report).filter((line) => line !== '')
  if (lines.length === 0) return []
  const paragraphs = lines.join('\n').split(/\n(?! )/)
  return paragraphs.slice(0, mostChanges).map(
    (words) => markup`<p>${words}</p>
`,
  )
}

function orders(report: Report): Markup {
  const rest = report.orders.length - mostOrders
  const rows = [
    ...report.orders
      .slice(0, mostOrders)
      .map((order) => listRow(markup`${orderWords(order, report.night.date)}`)),
    ...(rest > 0 ? [listRow(markup`… and ${rest} more, in the JSON`)] : []),
  ]
  if (rows.length === 0) return nothing
  return sectionMarkup({ head: `ORDERS (${report.orders.length})`, shape: 'list', rows })
}

function times({ verdict, stages }: Report): Markup {
  if (unjudged.includes(verdict)) {
    const rows = stages.flatMap(stageRow)
    return rows.length === 0 ? nothing : sectionMarkup({ head: 'TIMES (UTC)', shape: 'list', rows })
  }
  const slow = slowStages(stages)
  return slow.length === 0
    ? nothing
    : markup`<p>Slower than usual (UTC): ${stageSentence(slow)}</p>
`
}

function stageRow(stage: StageTiming): readonly HtmlRow[] {
  const [span] = stageLines([{ ...stage, lastAnswer: '' }])
  return span === undefined ? [] : [listRow(markup`${span}: ${stage.lastAnswer}`)]
}

function again(report: Report): Markup {
  const order = againCommand(report)
  if (order === null) return nothing
  return markup`<p>${order.what}:<br>
<code>${order.command}</code></p>
`
}

function footer(report: Report): Markup {
  const { run, links, at } = report
  const page = links.run === null ? markup`${run}` : link(links.run, run)
  const command = jsonCommand(run)
  const json =
    command === null
      ? nothing
      : markup`<br>
The same as JSON: <code>${command}</code>`
  return markup`<hr>
<p style="font-size:.85em">${writer(report)}, ${page}, ${minuteOf(at)}${json}</p>
`
}
