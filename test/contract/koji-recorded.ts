import { z } from 'zod'
import { recordedJson } from '../recorded/read.ts'

/** A call to a real hub and what it answered, as they were on the wire. */
export type Recording = Readonly<z.output<typeof recordingSchema>>

const recordingSchema = z.object({
  name: z.string(),
  request: z.string(),
  status: z.number(),
  type: z.string(),
  response: z.string(),
})

export const recordings: readonly Recording[] = recordedJson('koji.json', z.array(recordingSchema))

/** The recording of that name. */
export function recording(name: string): Recording {
  const found = recordings.find((each) => each.name === name)
  if (found) return found
  throw new Error(`there is no recording ${name}`)
}
