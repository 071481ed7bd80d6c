/** A URL with `…` for its password, also for one among its parameters. */
export function hidePassword(url: string): string {
  return url
    .replace(/^([a-z+]+:\/\/[^/?#@:]*):.*@/i, '$1:…@')
    .replaceAll(/([?&][^=&#]*password=)[^&#]*/gi, '$1…')
}
