import { z } from 'zod'

/** A text of a form. Of another text, of what is no text and of nothing the same is told. */
export function textLike(form: RegExp, expected: string) {
  return z.string(expected).regex(form, expected)
}

/** Any text but the empty one. */
export function someText(expected: string) {
  return z.string(expected).min(1, expected)
}
