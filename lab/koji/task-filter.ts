import { HubFault } from './fault.ts'
import { hostOf, type HubTask } from './row.ts'
import { isList, isStruct, shown, type HubValue } from './value.ts'

type Options = Readonly<Record<string, HubValue>>
type Test = (task: HubTask) => boolean

const inList = { arch: ({ arch }: HubTask) => arch, state: ({ state }: HubTask) => state }

const numbers = {
  owner: ({ owner }: HubTask) => owner,
  parent: ({ parent }: HubTask) => parent,
  host_id: hostOf,
  channel_id: () => 4,
}

const moments = {
  created: ({ createdAt }: HubTask) => createdAt,
  started: ({ startedAt }: HubTask) => startedAt,
  complete: ({ completedAt }: HubTask) => completedAt,
  completed: ({ completedAt }: HubTask) => completedAt,
}

/** The filter of listTasks' options. Unknown options are ignored, as in Koji. */
export function taskFilter(options: Options): Test {
  const tests = [
    ...present(options, 'method').map(({ value }) => methodTest(value)),
    ...Object.entries(inList).flatMap(([name, of]) =>
      either(options, name, (value) => listTest(name, value, of)),
    ),
    ...Object.entries(numbers).flatMap(([name, of]) =>
      either(options, name, (value) => numberTest(name, value, of)),
    ),
    ...Object.entries(moments).flatMap(([name, of]) => momentTests(options, name, of)),
  ]
  return (task) => tests.every((test) => test(task))
}

function methodTest(value: HubValue): Test {
  if (typeof value === 'string') return ({ method }) => method === value
  const line = `LINE 5:  WHERE (method = ${shown(value)})`
  throw HubFault.query(
    'psycopg2.errors.UndefinedFunction',
    `operator does not exist: text = record\n${line}\n`,
  )
}

function listTest(name: string, value: HubValue, of: (task: HubTask) => number | string): Test {
  if (isList(value) && value.length > 0) return (task) => value.includes(of(task))
  const near = isList(value) ? ')' : shown(value)
  const line = `LINE 6:    AND (${name} IN ${isList(value) ? '()' : near})`
  throw HubFault.query('psycopg2.errors.SyntaxError', `syntax error at or near "${near}"\n${line}\n`)
}

function numberTest(name: string, value: HubValue, of: (task: HubTask) => number | null): Test {
  if (value === null || typeof value === 'number') return (task) => of(task) === value
  if (isList(value)) return (task) => value.includes(of(task))
  const line = `LINE 6:    AND (${name} = '${shown(value)}')`
  throw HubFault.query(
    'psycopg2.errors.InvalidTextRepresentation',
    `invalid input syntax for type integer: "${shown(value)}"\n${line}\n`,
  )
}

function momentTests(options: Options, name: string, of: (task: HubTask) => number | null): readonly Test[] {
  const after = present(options, `${name}After`).map(({ value }): Test => {
    const bound = moment(value)
    return (task) => (of(task) ?? Number.NEGATIVE_INFINITY) > bound
  })
  const before = present(options, `${name}Before`).map(({ value }): Test => {
    const bound = moment(value)
    return (task) => (of(task) ?? Number.POSITIVE_INFINITY) < bound
  })
  return [...after, ...before]
}

/** Epoch seconds, or a date as text. The lab's database uses UTC, also for a text without a zone. */
function moment(value: HubValue): number {
  if (typeof value === 'number') return value
  if (isStruct(value)) {
    throw HubFault.python('TypeError', "'DateTime' object cannot be interpreted as an integer")
  }
  const text = shown(value)
  const zoned = /^\d{4}-\d\d-\d\d$|Z$|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`
  const milliseconds = Date.parse(zoned)
  if (!Number.isNaN(milliseconds)) return milliseconds / 1000
  throw HubFault.query(
    'psycopg2.errors.InvalidDatetimeFormat',
    `invalid input syntax for type timestamp with time zone: "${text}"\n`,
  )
}

/** The tests of an option and of its opposite, `not_…`. */
function either(options: Options, name: string, testOf: (value: HubValue) => Test): readonly Test[] {
  const wanted = present(options, name).map(({ value }) => testOf(value))
  const unwanted = present(options, `not_${name}`).map(({ value }): Test => {
    const test = testOf(value)
    return (task) => !test(task)
  })
  return [...wanted, ...unwanted]
}

function present(options: Options, name: string): readonly { readonly value: HubValue }[] {
  const value = options[name]
  return value === undefined ? [] : [{ value }]
}
