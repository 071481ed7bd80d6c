import { z } from 'zod'

import { matchable, type WantedImage } from './wanted.ts'

const row = z.object({ match: z.record(z.string(), z.string()) }, 'expected {"match": {…}}')
const list = z.array(z.unknown(), 'expected a list of {"match": {…}} rows')

/**
 * Reads a WANTED list in the format of fedora_openqa's `images.json`: `[{"match": {"type": "boot", …}}, …]`.
 * @throws Error with every mistake. An empty match is a mistake: it would match every image.
 */
export function parseWanted(text: string): readonly WantedImage[] {
  const parsed = list.safeParse(json(text))
  if (!parsed.success) throw wrong(inWords(parsed.error))
  const rows = parsed.data.map((each) => row.safeParse(each))
  const mistakes = rows.flatMap(({ data, error }, index) =>
    (data ? mistakesOf(data.match) : inWords(error)).map((mistake) => `row ${index + 1} ${mistake}`),
  )
  if (mistakes.length > 0) throw wrong(mistakes)
  return rows.flatMap(({ data }) =>
    data === undefined ? [] : [{ match: data.match, why: 'wanted by the configuration' }],
  )
}

function wrong(mistakes: readonly string[]): Error {
  return new Error(`the list of wanted images is wrong: ${mistakes.join('; ')}`)
}

function inWords(error: z.ZodError | undefined): readonly string[] {
  return (error?.issues ?? []).map(({ path, message }) =>
    [path.join('.'), message.replace('Invalid input: ', '')].filter((part) => part !== '').join(': '),
  )
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`the list of wanted images is not JSON: ${String(cause)}`, { cause })
  }
}

/** What is wrong with a row. */
function mistakesOf(match: Readonly<Record<string, string>>): readonly string[] {
  const fields = Object.keys(match)
  if (fields.length === 0) return [`matches every image; name at least one of ${matchable.join(', ')}`]
  return fields
    .filter((field) => !matchable.some((known) => known === field))
    .map((field) => `asks for "${field}", which is none of ${matchable.join(', ')}`)
}
