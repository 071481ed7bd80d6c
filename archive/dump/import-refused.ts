/** Thrown where an export cannot be imported; nothing was changed. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused'

  constructor(why: string) {
    super(`${why} (nothing was imported)`)
  }
}
