import { readComposeId, type ComposeId } from './compose-id.ts'
import { Garbled } from '../garbled.ts'
import { quoted } from '../quoted.ts'

/** One finished compose of a line, and its label in productmd's words, null for nightlies. */
export interface SeriesEntry {
  readonly id: ComposeId
  readonly label: string | null
}

/**
 * Reads a series file of the metadata archive: one finished compose a line, oldest first, a label after a
 * blank. A line of another form is passed over.
 * @throws Garbled where no line names a compose, unless there is none.
 */
export function parseSeries(text: string): readonly SeriesEntry[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const entries = lines.map(readLine).filter((entry) => entry !== null)
  if (entries.length > 0 || lines.length === 0) return entries
  throw new Garbled('a series file with lines such as "Fedora-40-20240414.0 RC-1.14"', quoted(text))
}

/** The finished compose that bears a label, null where none does. */
export function labelled(series: readonly SeriesEntry[], label: string): ComposeId | null {
  return series.findLast((entry) => entry.label === label)?.id ?? null
}

function readLine(line: string): SeriesEntry | null {
  const [name = '', label = null] = line.trim().split(/\s+/)
  const id = readComposeId(name)
  return id && { id, label }
}
