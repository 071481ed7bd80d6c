/** A URL with `…` for its path and its parameters: those of a webhook often are its secret. */
export function hidePath(url: string): string {
  return url.replace(/^((?:[a-z\d+.-]*:)?[/\\]{0,2}[^/\\?#]*)[/\\?#].+$/is, '$1/…')
}
