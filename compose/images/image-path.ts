/**
 * Why a path from outside must not be joined to the URL of a compose. The reason completes the sentence "the
 * path …". Null if the path may be joined. `%`, `?` and `#` are refused: they have a special meaning in URLs.
 */
export function pathFault(path: string): string | null {
  if (path === '') return 'is empty'
  if (path.startsWith('/')) return 'is absolute'
  if (/\p{Cc}/u.test(path)) return 'contains a control character'
  if (/[\\%?#]/.test(path)) return 'contains one of \\ % ? #'
  if (/^[a-z][a-z\d+.-]*:/i.test(path)) return 'begins with a URL scheme'
  return path.split('/').includes('..') ? 'leaves the compose with ..' : null
}
