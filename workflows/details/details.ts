import type { BuildProgress } from '../../jobs/results/progress.ts'
import { dateOfNight } from '../../compose/naming/night.ts'
import type { NightOrder } from '../../report/order.ts'
import type { Stands } from '../orders/refusal.ts'
import type { NightProgress, StageRecord } from '../stage.ts'
import { failures } from './failures.ts'
import { clock, plain, row } from './markdown.ts'
import { toType } from './to-type.ts'

/** What the details of a night show beside its progress. */
export interface Surroundings {
  readonly workflowId: string
  /** How it stands for orders; null before it takes any. */
  readonly stands: Stands | null
}

/** When the details are written, and whether the night takes no more orders then. */
export interface Moment extends Surroundings {
  readonly isOver: boolean
  readonly now: number
}

/**
 * The night as markdown, which Temporal's UI shows as the current details of the run. From the top: how it
 * ended, what it waits for, what failed, what a person can type, how each stage stands.
 */
export function detailsOf(progress: NightProgress, moment: Moment): string {
  const { stream, date, compose, verdict, stages, jobs, orders = [] } = progress
  const word = verdict === null ? 'no verdict yet' : `**${verdict.toUpperCase()}**`
  const problems = moment.stands?.problems ?? []
  return [
    `**${stream} ${dateOfNight(progress)}**: ${compose ?? 'no compose yet'}, ${word}`,
    '',
    waitsFor(progress, moment.isOver),
    '',
    ...failures(progress, problems),
    ...ordersGiven(orders, date),
    ...commands(progress, moment),
    `${row(['stage', 'state', 'since', 'until'])}\n|---|---|---|---|`,
    ...stages.map((stage) => row(cells(stage, date))),
    '',
    ...lastAnswers(stages, date),
    ...(jobs === null ? [] : jobsTable(jobs)),
    `As of ${clock(new Date(moment.now).toISOString(), date)} UTC; all times are UTC.`,
  ].join('\n')
}

/** What the night waits for, since when, until when. */
function waitsFor({ stages, date }: NightProgress, isOver: boolean): string {
  if (isOver) return 'The night is over.'
  const running = stages.findLast(({ state }) => state === 'running')
  if (running === undefined) return 'Between two stages.'
  const { name, since, deadline, late, lastAnswer, heardAt } = running
  const until = deadline === null ? '' : `, until ${clock(deadline, date)} at most`
  const answer = lastAnswer === '' ? 'nothing was heard yet' : plain(lastAnswer)
  return [
    `In **${name}** since ${clock(since, date)}${until}${late ? `. **Late**: ${plain(late)}` : ''}.`,
    `At ${clock(heardAt ?? since, date)}: ${answer}`,
  ].join('\n\n')
}

function ordersGiven(orders: readonly NightOrder[], date: string): readonly string[] {
  if (orders.length === 0) return []
  const lines = orders.slice(-10).map(({ at, asked, by, why, became }) => {
    const from = [by, why].filter((each) => each !== null).join(': ')
    const said = `${asked}${from === '' ? '' : ` (${from})`}; ${became || 'under way'}`
    return `- ${clock(at, date)} ${plain(said)}`
  })
  return ['**Orders:**', '', ...lines, '']
}

function commands(progress: NightProgress, { workflowId, stands, isOver, now }: Moment): readonly string[] {
  if (stands === null) return []
  const typed = toType(progress, workflowId, isOver ? { ...stands, stage: 'over', until: null } : stands, now)
  return typed.length === 0 ? [] : ['**You can type:**', '', '```', ...typed, '```', '']
}

function jobsTable({ byFlavor }: BuildProgress): readonly string[] {
  const head = `${row(['arch', 'done', 'running', 'waiting', 'flavor'])}\n|---|---|---|---|---|`
  const body = byFlavor.map(({ flavor, arch, done, running, waiting }) =>
    row([plain(arch), String(done), String(running), String(waiting), plain(flavor)]),
  )
  return [head, ...body, '']
}

function cells({ name, state, since, until, deadline }: StageRecord, date: string): readonly string[] {
  const isRunning = state === 'running'
  const end = isRunning && deadline !== null ? `at most ${clock(deadline, date)}` : clock(until, date)
  const bold = (text: string) => (isRunning ? `**${text}**` : text)
  return [bold(name), bold(state), clock(since, date), end]
}

/** A list, not a column: the UI gives the details half of the window, and cuts off what does not fit. */
function lastAnswers(stages: readonly StageRecord[], date: string): readonly string[] {
  const told = stages.filter(({ lastAnswer }) => lastAnswer !== '')
  const lines = told.map(
    ({ name, heardAt, until, lastAnswer }) =>
      `- ${clock(heardAt ?? until, date)} ${name}: ${plain(lastAnswer)}`,
  )
  return lines.length === 0 ? [] : ['**Last answers:**', '', ...lines, '']
}
