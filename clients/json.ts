/** The value of a text that may be JSON; undefined, which JSON does not know, where it is none. */
export function jsonIfAny(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
