import { readComposeId, type ComposeId } from './compose-id.ts'
import { Garbled } from '../garbled.ts'
import { quoted } from '../quoted.ts'

/** One finished compose of a line, and its label. A nightly has no label. */
export interface SeriesEntry {
  readonly id: ComposeId
  readonly label: string | null
}

/**
 * Reads a series file of the metadata archive. Each line has one finished compose and, after a blank, its
 * label if it has one. The oldest compose comes first. Lines of another form are ignored.
 * @throws Garbled if the file has lines, but no line names a compose.
 */
export function parseSeries(text: string): readonly SeriesEntry[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const entries = lines.map(readLine).filter((entry) => entry !== null)
  if (entries.length > 0 || lines.length === 0) return entries
  throw new Garbled('a series file with lines such as "Fedora-40-20240414.0 RC-1.14"', quoted(text))
}

/** The latest finished compose with a label. Null if there is none. */
export function labelled(series: readonly SeriesEntry[], label: string): ComposeId | null {
  return series.findLast((entry) => entry.label === label)?.id ?? null
}

function readLine(line: string): SeriesEntry | null {
  const [name = '', label = null] = line.trim().split(/\s+/)
  const id = readComposeId(name)
  return id && { id, label }
}
