import type { DataConverter } from '@temporalio/common'
import { programFile } from '../folders.ts'
import type { CodecKey } from './codec-keys.ts'
import { encryptionCodec } from './encryption-codec.ts'

/** The failure converter of clients and workers that encrypt; the bundled workflows need the same. */
export const encodingFailures: string = programFile('workflows/failure-converter')

/**
 * How payloads and failures of clients and workers are stored. Where there is a key, messages and stacks of
 * failures are payloads, too, and so encrypted.
 */
export function dataConverterOf(keys: readonly CodecKey[]): DataConverter {
  return {
    payloadCodecs: [encryptionCodec(keys)],
    ...(keys.length > 0 && { failureConverterPath: encodingFailures }),
  }
}
