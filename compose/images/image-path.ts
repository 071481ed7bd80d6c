/**
 * Why a path from outside may not be joined to a compose's URL, as the end of "the path …"; null where it
 * may. `%`, `?` and `#` are refused because URLs read them as something else than a file's name.
 */
export function pathFault(path: string): string | null {
  if (path === '') return 'is empty'
  if (path.startsWith('/')) return 'is absolute'
  if (/\p{Cc}/u.test(path)) return 'contains a control character'
  if (/[\\%?#]/.test(path)) return 'contains one of \\ % ? #'
  if (/^[a-z][a-z\d+.-]*:/i.test(path)) return 'begins with a URL scheme'
  return path.split('/').includes('..') ? 'climbs out of the compose with ..' : null
}
