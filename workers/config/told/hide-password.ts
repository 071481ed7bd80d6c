/** A URL with `…` for its password, also for one among its parameters, and without its fragment. */
export function hidePassword(url: string): string {
  return url
    .replace(/^([a-z+]+:\/\/[^/?#@:]*):.*@/i, '$1:…@')
    .replace(/#.*$/s, '')
    .replaceAll(/([?&][^=&]*)=[^&]*/g, (whole, name: string) => (isSecret(name) ? `${name}=…` : whole))
}

/** The name of a parameter may be encoded: `pass%77ord`. */
function isSecret(name: string): boolean {
  try {
    return /pass/i.test(decodeURIComponent(name))
  } catch {
    return true
  }
}
