import { safeText } from './safe-line.ts'

/**
 * Text from outside does not have the expected form. The message is one line and says what was expected and
 * what arrived.
 */
export class Garbled extends Error {
  override readonly name = 'Garbled'

  constructor(expected: string, arrived: string, options?: ErrorOptions) {
    super(safeText(`expected ${expected}, got ${arrived}`), options)
  }
}
