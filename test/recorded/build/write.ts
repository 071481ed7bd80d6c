import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

type Row = Readonly<Record<string, string | number | boolean | null>>

/** Writes a table: a line of column names, then a line a row, with tabs between cells. Null is empty. */
export function writeTable(name: string, rows: readonly Row[]): void {
  const table = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row).map(cellOf))]
  write(name, table.map((cells) => `${cells.join('\t')}\n`).join(''))
}

/** Writes a list of values, each on lines of its own. */
export function writeJson(name: string, value: unknown): void {
  write(name, `${JSON.stringify(value, null, 1)}\n`)
}

function cellOf(value: Row[string] | undefined): string {
  const cell = String(value ?? '')
  if (/[\t\n]/.test(cell)) throw new Error(`a cell holds a tab or a line feed: ${cell}`)
  return cell
}

function write(name: string, text: string): void {
  const packed = gzipSync(text, { level: 9 })
  writeFileSync(new URL(`../${name}.gz`, import.meta.url), packed)
  console.log(`${name}.gz: ${packed.length} bytes`)
}
