/** The command that starts a night, by its workflow id. */
export function startCommandOf(id: string): string {
  const [, stream = '', rest = ''] = id.split('/')
  const isDate = /^\d{4}-\d\d-\d\d$/.test(rest)
  return `nightjar start ${stream} ${isDate ? '--date' : '--compose'} ${rest}`
}
