import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { historyFromJSON, historyToJSON, type History } from '@temporalio/common/lib/proto-utils.js'
import { z } from 'zod'

/** A run as it was recorded. */
export interface RecordedRun {
  readonly history: History
  /** What its queries answered, by their names. */
  readonly answers: Readonly<Record<string, unknown>>
}

/** The folder of all histories. */
export const folder: string = fileURLToPath(new URL('histories', import.meta.url))

/** What the server and its machine add, and no replay reads. */
const unread = new Set([
  'header',
  'historySizeBytes',
  'identity',
  'lastFailure',
  'meteringMetadata',
  'requestId',
  'stackTrace',
  'taskId',
  'userMetadata',
  'workerVersion',
])

const fileSchema = z.object({
  answers: z.record(z.string(), z.unknown()),
  events: z.array(z.record(z.string(), z.unknown())),
})

/** The workflow id of the run of a path; that of its delivery is made from it. */
export function recordedId(name: string): string {
  return `recorded/${name}`
}

/** Where the history of a path is kept. */
export function historyFile(name: string): string {
  return `${folder}/${name}.json`
}

/** Reads what was recorded of a path. @throws Error that says how to record it, where it was not */
export async function readRecording(name: string): Promise<RecordedRun> {
  const text = await readFile(historyFile(name), 'utf8').catch((cause: unknown) => {
    const how = 'NIGHTJAR_RECORD=1 bin/test test/replay/record'
    throw new Error(`the path ${name} has no history that can be read; record it with ${how}`, { cause })
  })
  return parseRecording(text)
}

/** Writes what was recorded of a path, one event a line. */
export async function writeRecording(name: string, recording: RecordedRun): Promise<void> {
  await writeFile(historyFile(name), formatRecording(recording))
}

/** A recording, from the text of its file. */
export function parseRecording(text: string): RecordedRun {
  const { answers, events } = fileSchema.parse(JSON.parse(text))
  return { history: historyFromJSON({ events }), answers }
}

/** The text of a recording's file. */
export function formatRecording({ history, answers }: RecordedRun): string {
  const { events } = fileSchema.omit({ answers: true }).parse(JSON.parse(historyToJSON(history)))
  const lines = events.map((event) =>
    JSON.stringify(event, (key, value: unknown) => (unread.has(key) ? undefined : value)),
  )
  return `{"answers":${JSON.stringify(answers)},"events":[\n${lines.join(',\n')}\n]}\n`
}
