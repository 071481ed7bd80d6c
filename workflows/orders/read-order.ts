import { isCalendarDate, undashed } from '../../compose/naming/calendar.ts'
import { quoted } from '../../compose/quoted.ts'
import type { OrderName } from '../../report/order.ts'
import { stageNames, type StageName } from '../stage.ts'
import type { JobSelection } from '../../jobs/results/to-rerun.ts'
import type { Order, OrderRequest } from './order.ts'
import { refused } from './refused.ts'

/** What a request may hold beside `id`, `by`, `why` and `expires`, and what it looks like. */
const forms: Readonly<
  Record<OrderName, { readonly members: readonly (keyof OrderRequest)[]; readonly form: string }>
> = {
  rerun: { members: ['jobs', 'flavor', 'bug', 'from'], form: '{"jobs": "failed"}' },
  accept: { members: ['what', 'until'], form: '{"what": "KDE live x86_64", "why": "rhbz#1234567"}' },
  extend: { members: ['hours', 'until'], form: '{"hours": 4}' },
  finish: { members: [], form: '{"why": "the rest does not matter"}' },
  cancel: { members: [], form: '{"why": "openQA moves tonight"}' },
  look: { members: [], form: '{}' },
}

const signature: readonly (keyof OrderRequest)[] = ['id', 'by', 'why', 'expires']
const longestText = 500
const mostNames = 50
const mostHours = 48
const dayMs = 24 * 3_600_000

/** The orders that change what a report says, so that its readers need to know why. */
const needWhy: readonly OrderName[] = ['accept', 'finish', 'cancel']

/** An order's input as the menu of Temporal's UI shows it. */
export function formOf(name: OrderName): string {
  return forms[name].form
}

/**
 * Reads an order that came from outside: from a command, or as JSON that a person typed into Temporal's UI,
 * which may send nothing at all.
 * @param id the id of its Update
 * @throws ApplicationFailure `Refused` that shows the form
 */
export function readOrder(name: OrderName, input: unknown, { id, now }: { id: string; now: number }): Order {
  const given = members(name, input)
  const expires = text(name, 'expires', given['expires'])
  if (expires !== null && !(Date.parse(expires) >= now))
    throw refused(`it came too late: whoever gave it was told at ${expires} that nobody took it`)
  const why = text(name, 'why', given['why'])
  if (why === null && needWhy.includes(name)) throw refused(`say why, as in ${forms[name].form}`)
  const signed = { id, by: text(name, 'by', given['by']), why }
  switch (name) {
    case 'rerun':
      return { ...signed, name, what: readSelection(given) }
    case 'accept':
      return { ...signed, name, what: readNames(given['what']), until: readDate(given['until'], now) }
    case 'extend':
      return { ...signed, name, ...readUntil(given, now) }
    case 'finish':
    case 'cancel':
    case 'look':
      return { ...signed, name }
    default:
      return name satisfies never
  }
}

function members(name: OrderName, input: unknown): Readonly<Record<string, unknown>> {
  const given = input ?? {}
  if (typeof given !== 'object' || Array.isArray(given)) throw wrong(name, 'one JSON object', input)
  const known: readonly string[] = [...signature, ...forms[name].members]
  const strange = Object.keys(given).find((key) => !known.includes(key))
  if (strange !== undefined)
    throw refused(`${name} knows no ${quoted(JSON.stringify(strange))}, only ${known.join(', ')}`)
  return { ...given }
}

function readSelection(
  given: Readonly<Record<string, unknown>>,
): JobSelection | { kind: 'stage'; from: StageName } {
  const { jobs, flavor, bug, from } = given
  if ([jobs, flavor, bug, from].filter((one) => one !== undefined).length > 1)
    throw refused('name one of jobs, flavor, bug and from')
  if (from !== undefined) return { kind: 'stage', from: readStage(from) }
  const ofFlavor = text('rerun', 'flavor', flavor)
  if (ofFlavor !== null) return { kind: 'flavor', flavor: ofFlavor }
  const ofBug = text('rerun', 'bug', bug)
  if (ofBug !== null) return { kind: 'bug', bug: ofBug }
  if (jobs === undefined || jobs === 'failed' || jobs === 'all') return { kind: jobs ?? 'failed' }
  if (Array.isArray(jobs) && jobs.length > 0 && jobs.length <= 500 && jobs.every(isJobId))
    return { kind: 'jobs', ids: [...new Set(jobs)] }
  throw wrong('rerun', '"failed", "all" or a list of job ids', jobs)
}

function isJobId(id: unknown): id is number {
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0
}

function readStage(from: unknown): StageName {
  const stage = stageNames.find((name) => name === from && name !== 'watch')
  if (stage !== undefined) return stage
  throw wrong('rerun', 'a stage: find, complete, schedule, await or report', from)
}

function readNames(what: unknown): readonly string[] {
  const names = typeof what === 'string' ? [what] : what
  if (Array.isArray(names) && names.length > 0 && names.length <= mostNames && names.every(isName))
    return [...new Set(names.map((name) => name.trim()))]
  throw wrong('accept', 'the names of missing images and failing tests', what)
}

function isName(name: unknown): name is string {
  return typeof name === 'string' && name.trim() !== '' && name.length <= longestText
}

function readDate(until: unknown, now: number): string | null {
  const date = text('accept', 'until', until)
  if (date === null) return null
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !isCalendarDate(undashed(date)))
    throw wrong('accept', 'a date such as "2026-12-24"', until)
  const days = (Date.parse(date) - now) / dayMs
  if (days > 30) throw refused(`until may be at most 30 days from now, and ${date} is later`)
  if (days < -1) throw refused(`${date} has passed`)
  return date
}

function readUntil(
  { hours, until }: Readonly<Record<string, unknown>>,
  now: number,
): { readonly hours: number | null; readonly until: string | null } {
  if (hours !== undefined) {
    if (until !== undefined) throw refused('name hours or until, not both')
    if (typeof hours !== 'number' || !(hours > 0 && hours <= mostHours))
      throw wrong('extend', `hours, more than 0 and at most ${mostHours}`, hours)
    return { hours, until: null }
  }
  const at = typeof until === 'string' ? Date.parse(until) : Number.NaN
  if (Number.isNaN(at)) throw wrong('extend', '"hours", or "until" with an ISO time', until)
  if (at <= now) throw refused(`${iso(at)} has passed`)
  return { hours: null, until: iso(at) }
}

function text(order: OrderName, member: string, value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value !== 'string') throw wrong(order, `text as ${member}`, value)
  if (value.length > longestText) throw refused(`${member} may have at most ${longestText} letters`)
  return value.replaceAll(/\p{C}+/gu, ' ').trim() || null
}

function wrong(name: OrderName, expected: string, arrived: unknown): Error {
  const came = arrived === undefined ? 'nothing' : quoted(JSON.stringify(arrived))
  return refused(`expected ${expected}, and ${came} came; ${name} is given as ${forms[name].form}`)
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
