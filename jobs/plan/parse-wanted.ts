import { z } from 'zod'

import { matchable, type WantedImage } from './wanted.ts'

const row = z.object({ match: z.record(z.string(), z.string()) }, 'expected {"match": {…}}')
const list = z.array(z.unknown(), 'expected a list of {"match": {…}} rows')

const isWrong = 'the list of wanted images is wrong'

/**
 * Reads a WANTED list in the format of fedora_openqa's `images.json`: `[{"match": {"type": "boot", …}}, …]`.
 * @throws Error with every mistake. An empty match is a mistake: it would match every image.
 */
export function parseWanted(text: string): readonly WantedImage[] {
  const parsed = list.safeParse(json(text))
  if (!parsed.success) throw new Error(`${isWrong}: ${inWords(parsed.error).join('; ')}`)
  const mistakes: string[] = []
  const wanted: WantedImage[] = []
  for (const [index, each] of parsed.data.entries()) {
    const read = row.safeParse(each)
    const found = read.success ? mistakesOf(read.data.match) : inWords(read.error)
    mistakes.push(...found.map((mistake) => `row ${index + 1} ${mistake}`))
    if (read.success) wanted.push({ match: read.data.match, why: 'wanted by the configuration' })
  }
  if (mistakes.length > 0) throw new Error(`${isWrong}: ${mistakes.join('; ')}`)
  return wanted
}

function inWords({ issues }: z.ZodError): readonly string[] {
  return issues.map(({ path, message }) =>
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
