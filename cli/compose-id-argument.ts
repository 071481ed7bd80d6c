import { parseComposeId, type ComposeId } from '../compose/compose-id.ts'
import { Garbled } from '../compose/garbled.ts'
import { UsageError } from './exit-code.ts'

/** The compose that an id on the command line names. @throws UsageError that shows the forms of an id. */
export function readCompose(text: string): ComposeId {
  try {
    return parseComposeId(text)
  } catch (cause) {
    if (cause instanceof Garbled) throw new UsageError(cause.message, { cause })
    throw cause
  }
}
