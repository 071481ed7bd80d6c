import { orderNames } from '../../report/order.ts'
import type { FormOrder } from './order-desk.ts'

/** What is wrong with a form, in a sentence for whoever filled it in. */
export class WrongForm extends Error {
  override readonly name = 'WrongForm'
}

type Fields = Readonly<Record<string, unknown>>

const longestWhy = 500
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/
const stages = ['find', 'complete', 'schedule', 'await', 'report'] as const

/** The order in the fields of a form, given by a person. @throws WrongForm */
export function readOrderForm(fields: Fields, by: string): FormOrder {
  const name = orderNames.find((known) => known === fields['order'])
  const id = text(fields, 'id')
  if (name === undefined || !uuid.test(id)) throw new WrongForm('expected a form of this site')
  const why = text(fields, 'why')
  if (why === '' && name !== 'look') throw new WrongForm(`say why: ${name} changes what the report says`)
  if (why.length > longestWhy) throw new WrongForm(`expected a reason of at most ${longestWhy} characters`)
  const signed = { name, id, by, ...(why !== '' && { why }) }
  switch (name) {
    case 'rerun':
      return { ...signed, ...selection(text(fields, 'what')) }
    case 'accept':
      return { ...signed, ...acceptance(fields) }
    case 'extend':
      return { ...signed, hours: hours(text(fields, 'hours')) }
    case 'finish':
    case 'cancel':
    case 'look':
      return signed
    default:
      return name satisfies never
  }
}

/** One line: what a person types may have line ends, which a report has not. */
function text(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : ''
}

function selection(what: string): Pick<FormOrder, 'jobs' | 'from'> {
  if (what === 'failed' || what === 'all') return { jobs: what }
  const from = stages.find((stage) => stage === what)
  if (from === undefined) throw new WrongForm('choose what to run again')
  return { from }
}

function acceptance(fields: Fields): Pick<FormOrder, 'what' | 'until'> {
  const given = fields['problem']
  const what = (Array.isArray(given) ? given : [given]).filter((each) => typeof each === 'string')
  if (what.length === 0) throw new WrongForm('choose what to accept')
  const until = text(fields, 'until')
  if (until === '') return { what }
  if (!/^\d{4}-\d\d-\d\d$/.test(until)) throw new WrongForm('expected a date such as 2026-12-10')
  return { what, until }
}

function hours(words: string): number {
  const count = Number(words)
  if (count > 0 && count <= 48) return count
  throw new WrongForm('expected a number of hours, at most 48')
}
