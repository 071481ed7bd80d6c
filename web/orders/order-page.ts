import { randomUUID } from 'node:crypto'
import { markup, type Markup } from '../../report/html/markup.ts'
import type { OrderName } from '../../report/order.ts'
import { problemsOf } from '../../report/orders/problems.ts'
import type { Report } from '../../report/report.ts'

/** What the page of a night's orders shows. */
export interface OrderView {
  /** The path of the night's page. */
  readonly night: string
  readonly user: string
  readonly fitting: readonly OrderName[]
  /** Null before the first report. */
  readonly report: Report | null
}

/** The forms of the orders that a night takes as it stands. */
export function orderPage({ night, user, fitting, report }: OrderView): Markup {
  const forms = fitting
    .filter((name) => name !== 'accept' || namesOf(report).length > 0)
    .map((name) => form(name, night, report))
  return markup`<p class="place"><a href="${night}">Back to the night</a></p>
<h1>Orders to ${night.slice(1)}</h1>
<p>You are ${user}; the report says so where the configuration has <code>orders.publish_by</code>.</p>
${forms.length === 0 ? markup`<p>It takes no order as it stands.</p>` : forms}
`
}

const titles: Readonly<Record<OrderName, string>> = {
  rerun: 'Run again',
  accept: 'Take out of the verdict',
  extend: 'Give the running stage more time',
  finish: 'Report now, with what is there',
  cancel: 'Stop the night, with a report that says so',
  look: 'Look now, not only at the next poll',
}

function form(name: OrderName, night: string, report: Report | null): Markup {
  const why =
    name === 'look'
      ? markup``
      : markup`<p><label for="why-${name}">Why (the report has it)</label><br><input id="why-${name}" name="why" required maxlength="500"></p>
`
  return markup`<form method="post" action="/order${night}" class="card">
<h2>${titles[name]}</h2>
<input type="hidden" name="order" value="${name}"><input type="hidden" name="id" value="${randomUUID()}">
${fieldsOf(name, report)}${why}<p><button>${titles[name]}</button></p>
</form>
`
}

function fieldsOf(name: OrderName, report: Report | null): Markup {
  if (name === 'rerun')
    return markup`<p><label for="what">What</label><br><select id="what" name="what">
<option value="failed">the jobs that failed, broke off or never ended</option>
<option value="all">every job</option>
<option value="schedule">the night from schedule on</option>
<option value="find">the night from find on</option>
</select></p>
`
  if (name === 'extend')
    return markup`<p><label for="hours">Hours</label><br><input id="hours" name="hours" type="number" min="0.5" max="48" step="0.5" value="2" required></p>
`
  if (name !== 'accept') return markup``
  return markup`<fieldset><legend>What</legend>${namesOf(report).map(
    (problem, nth) =>
      markup`<p><input type="checkbox" name="problem" id="problem-${nth}" value="${problem}"> <label for="problem-${nth}">${problem}</label></p>
`,
  )}</fieldset>
<p><label for="until">For the nights of the stream until (without a date: this night only)</label><br><input id="until" name="until" type="date"></p>
`
}

/** The names by which a person accepts what the night holds against the compose. */
function namesOf(report: Report | null): readonly string[] {
  if (report === null) return []
  const names = problemsOf(report).map((problem) =>
    problem.kind === 'image' ? problem.name : `test:${problem.test}`,
  )
  return [...new Set(names)]
}
