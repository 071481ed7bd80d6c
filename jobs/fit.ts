import type { z } from 'zod'
import { Garbled } from '../compose/garbled.ts'

/**
 * Fits parsed JSON from outside to a shape.
 * @throws Garbled naming `expected` and the first member that does not fit
 */
export function fit<Shape extends z.ZodType>(
  expected: string,
  shape: Shape,
  value: unknown,
): z.output<Shape> {
  const read = shape.safeParse(value)
  if (read.success) return read.data
  const [first] = read.error.issues
  const place = first?.path.map(String).join('.') || 'the whole'
  throw new Garbled(expected, `another shape at ${place}: ${first?.message ?? 'unknown'}`)
}
