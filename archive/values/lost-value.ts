/** Thrown where a kept value is not in the archive, or is not what was kept. Asking again does not help. */
export class LostValue extends Error {
  override readonly name = 'LostValue'
  readonly ref: string

  constructor(ref: string, how: string) {
    super(`the kept value ${ref.slice(0, 80)} ${how}`)
    this.ref = ref
  }
}
