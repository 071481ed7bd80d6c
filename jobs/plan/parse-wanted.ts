import { z } from 'zod'

import { matchable, type WantedImage } from './wanted.ts'

const row = z.object({ match: z.record(z.string(), z.string()) })
const list = z.array(row, 'expected a list of {"match": {…}} rows')

/**
 * Reads a WANTED list in the format of fedora_openqa's `images.json`: `[{"match": {"type": "boot", …}}, …]`.
 * @throws Error with every mistake. An empty match is a mistake: it would match every image.
 */
export function parseWanted(text: string): readonly WantedImage[] {
  const parsed = list.safeParse(json(text))
  if (!parsed.success) throw new Error(`the list of wanted images is wrong: ${z.prettifyError(parsed.error)}`)
  const mistakes = parsed.data.flatMap(({ match }, index) => mistakesOf(match, index + 1))
  if (mistakes.length > 0) throw new Error(`the list of wanted images is wrong: ${mistakes.join('; ')}`)
  return parsed.data.map(({ match }) => ({ match, why: 'wanted by the configuration' }))
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`the list of wanted images is not JSON: ${String(cause)}`, { cause })
  }
}

function mistakesOf(match: Readonly<Record<string, string>>, nth: number): string[] {
  const fields = Object.keys(match)
  if (fields.length === 0)
    return [`row ${nth} matches every image; name at least one of ${matchable.join(', ')}`]
  return fields
    .filter((field) => !matchable.some((known) => known === field))
    .map((field) => `row ${nth} asks for "${field}", which is none of ${matchable.join(', ')}`)
}
