import type { Question } from './questions.ts'

/** What a server answered, without what differs from server to server. */
export interface Answered {
  readonly what: string
  readonly status: number
  readonly body: unknown
}

/** Asks a server all questions in turn. */
export async function answersOf(url: string, questions: readonly Question[]): Promise<readonly Answered[]> {
  const answers: Answered[] = []
  for (const question of questions) answers.push(await answerOf(url, question))
  return answers
}

async function answerOf(url: string, { what, method, path, body, type }: Question): Promise<Answered> {
  const answer = await fetch(`${url}${path}`, {
    method,
    ...(body !== undefined && { body }),
    headers: { ...(type !== undefined && { 'Content-Type': type }) },
  })
  const text = (await answer.text()).replaceAll(new URL(url).origin, 'http://resultsdb')
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true
  return { what, status: answer.status, body: isJson ? comparable(JSON.parse(text)) : 'a page of HTML' }
}

/** Times of now become one word. A link to the manual of pydantic is left out. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return ordered(value.map(comparable))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, each]) => key !== 'url' || !String(each).startsWith('https://errors.pydantic.dev/'))
      .map(([key, each]) => [key, key === 'submit_time' ? timeOf(String(each)) : comparable(each)]),
  )
}

/** The groups of a result, and the members that are wrong, come in any order. */
function ordered(values: readonly unknown[]): readonly unknown[] {
  const isPlain = values.every((value) => typeof value === 'string')
  return isPlain ? values.toSorted((one, other) => (one < other ? -1 : 1)) : values
}

function timeOf(time: string): string {
  if (time.startsWith('2026-11-24T06:00:00')) return time
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/.test(time) ? 'now' : `a time of another form: ${time}`
}
