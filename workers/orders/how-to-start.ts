/** The command that starts a night, by its workflow id. */
export function startCommandOf(id: string): string {
  const [, stream = '', rest = ''] = id.split('/')
  const isDate = /^\d{4}-\d\d-\d\d$/.test(rest)
  return `nightjar start ${stream} ${isDate ? '--date' : '--compose'} ${rest}`
}

/** A night as people name it to a command: its workflow id without what all have in common. */
export function nameOfNight(id: string): string {
  return id.replace(/^nightly\//, '')
}
