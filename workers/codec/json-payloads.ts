import type { Payload } from '@temporalio/common'
import { z } from 'zod'

const bytes = z.codec(z.base64(), z.custom<Uint8Array>(), {
  decode: (text) => Buffer.from(text, 'base64'),
  encode: (data) => Buffer.from(data).toString('base64'),
})

/** Payloads in the JSON of Protocol Buffers, as a codec server takes and answers them. */
const jsonPayloads = z.object({
  payloads: z
    .array(z.object({ metadata: z.record(z.string(), bytes).optional(), data: bytes.optional() }))
    .default([]),
})

/** Reads them from text. @throws Error if it has another form */
export function payloadsOf(text: string): Payload[] {
  return z.decode(jsonPayloads, JSON.parse(text)).payloads.map(onlyWhatIsThere)
}

/** Writes them as text. */
export function jsonOfPayloads(payloads: readonly Payload[]): string {
  return JSON.stringify(z.encode(jsonPayloads, { payloads: payloads.map(onlyWhatIsThere) }))
}

function onlyWhatIsThere({ metadata, data }: { [Part in keyof Payload]: Payload[Part] | undefined }) {
  return { ...(metadata && { metadata }), ...(data && { data }) }
}
