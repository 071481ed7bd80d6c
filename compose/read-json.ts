import { z } from 'zod'
import { Garbled } from './garbled.ts'
import { pageNamed } from './quoted.ts'

/**
 * Reads outside text as JSON of one shape.
 * @throws Garbled with `expected` and what arrived: nothing, HTML, JSON that was cut off, or the first member
 *   that does not match.
 */
export function readJson<Shape extends z.ZodType>(
  expected: string,
  shape: Shape,
  text: string,
): z.output<Shape> {
  // A compiled parser would pay off only for a shape that is read often.
  const read = shape.safeParse(parse(expected, text), { jitless: true })
  if (read.success) return read.data
  throw new Garbled(expected, misfit(read.error))
}

/**
 * Reads JSON that a client has already parsed as a value of one shape.
 * @throws Garbled with `expected` and the first member that does not match.
 */
export function parseAs<Shape extends z.ZodType>(
  expected: string,
  shape: Shape,
  value: unknown,
): z.output<Shape> {
  const read = shape.safeParse(value)
  if (read.success) return read.data
  throw new Garbled(expected, misfit(read.error))
}

/**
 * The schema of a JSON object with any keys. A record would lose a member named `__proto__`, so that member
 * is an error.
 */
export function members<Value extends z.ZodType>(value: Value) {
  return z.preprocess(
    (input, context) => {
      if (typeof input === 'object' && input !== null && Object.hasOwn(input, '__proto__')) {
        context.issues.push({ code: 'custom', message: 'a member named __proto__ is not accepted', input })
      }
      return input
    },
    z.record(z.string(), value),
  )
}

function parse(expected: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Garbled(expected, arrived(text), { cause })
  }
}

function arrived(text: string): string {
  const start = text.trimStart()
  if (start === '') return 'nothing'
  if (start.startsWith('<')) return pageNamed(start) ?? `HTML or XML: ${excerpt(start)}`
  if (/^[{[]/.test(start) && !/[}\]]\s*$/.test(text)) return `JSON cut off after ${text.length} characters`
  return `text that is not JSON: ${excerpt(start)}`
}

function misfit({ issues }: z.ZodError): string {
  const [first] = issues
  if (first === undefined) return 'JSON of another shape'
  const place = first.path.map(String).join('.') || 'the whole'
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  return `JSON of another shape at ${excerpt(place)}: ${first.message}${more}`
}

function excerpt(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\s]+/gu, ' ')
  return line.length > 80 ? `${line.slice(0, 80)}…` : line
}
