import type { BuildProgress } from '../jobs/results/progress.ts'
import type { DeliveryProgress } from './delivery/delivery-state.ts'
import type { NightProgress, StageRecord } from './stage.ts'

/** The night as a markdown table, which Temporal's UI shows as the current details of the run. */
export function detailsTable({ stream, date, compose, verdict, stages, jobs }: NightProgress): string {
  const title = `**${stream} ${date}**: ${compose ?? 'no compose yet'}${verdict === null ? '' : `, **${verdict}**`}`
  const head = `${row(['stage', 'state', 'since', 'until', 'last answer'])}\n|---|---|---|---|---|`
  const body = stages.map((stage) => row(cells(stage, date)))
  return [title, '', head, ...body, '', ...(jobs === null ? [] : jobsTable(jobs)), 'Times are UTC.'].join(
    '\n',
  )
}

/** A delivery as a markdown table, which Temporal's UI shows as the current details of its run. */
export function deliveryTable({ recipients, tries, unknownTries, why }: DeliveryProgress): string {
  const unknown = unknownTries === 0 ? '' : `, of ${unknownTries} of them nobody knows whether it was taken`
  const last = why === '' ? '' : `; the last: ${plain(why)}`
  const head = `${row(['recipient', 'state', 'last answer'])}\n|---|---|---|`
  const body = (recipients ?? []).map((each) => row([each.recipient, each.state, each.why]))
  return [`Tries: ${tries}${unknown}${last}`, '', head, ...body].join('\n')
}

function jobsTable({ byFlavor }: BuildProgress): readonly string[] {
  const head = `${row(['arch', 'done', 'running', 'waiting', 'flavor'])}\n|---|---|---|---|---|`
  const body = byFlavor.map(({ flavor, arch, done, running, waiting }) =>
    row([arch, String(done), String(running), String(waiting), flavor]),
  )
  return [head, ...body, '']
}

function cells(
  { name, state, since, until, deadline, lastAnswer }: StageRecord,
  date: string,
): readonly string[] {
  const end =
    state === 'running' && deadline !== null ? `at most ${clock(deadline, date)}` : clock(until, date)
  return [name, state, clock(since, date), end, lastAnswer]
}

/** The UI leaves no gap between columns and breaks times over two lines. Non-breaking spaces prevent both. */
function row(texts: readonly string[]): string {
  const [answer = '', ...short] = texts.toReversed()
  const hard = short.toReversed().map((text) => `${text.replaceAll(' ', '\u00a0')}\u00a0\u00a0`)
  return `| ${[...hard, plain(answer)].join(' | ')} |`
}

/** The time of day; on another date than the night's, with the day of the month. */
function clock(iso: string | null, date: string): string {
  if (iso === null) return ''
  const time = iso.slice(11, 16)
  return iso.startsWith(date) ? time : `${iso.slice(8, 10)}. ${time}`
}

function plain(text: string): string {
  return text.replaceAll('|', '/').replaceAll(/\s+/g, ' ')
}
