import { Garbled } from '../../compose/garbled.ts'
import { UnreadableFile } from '../exit-code.ts'

/** Reads a file on this machine. @throws UnreadableFile if the file does not have the expected form. */
export async function ofThisMachine<Answer>(read: () => Promise<Answer>): Promise<Answer> {
  try {
    return await read()
  } catch (cause) {
    if (cause instanceof Garbled) throw new UnreadableFile(cause.message, { cause })
    throw cause
  }
}
