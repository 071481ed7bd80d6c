import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

/** The recorded file of that name, which the folder holds as `<name>.gz`. */
export function recordedText(name: string): string {
  return gunzipSync(readFileSync(new URL(`${name}.gz`, import.meta.url))).toString('utf8')
}

/** A recorded JSON file. */
export function recordedJson<Value>(name: string, schema: z.ZodType<Value>): Value {
  return schema.parse(JSON.parse(recordedText(name)))
}

/** The rows of a recorded table. Its first line names the columns. */
export function recordedTable<Row>(name: string, row: z.ZodType<Row>): readonly Row[] {
  const [columns = [], ...rows] = recordedText(name)
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'))
  return z
    .array(row)
    .parse(rows.map((cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at]]))))
}
