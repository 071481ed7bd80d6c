import { readNightDate } from '../../compose/naming/night-date.ts'

/** The command that starts a night, by its workflow id. */
export function startCommandOf(id: string): string {
  const [, stream = '', rest = ''] = id.split('/')
  const isDate = readNightDate(rest) !== null
  return `nightjar start ${stream} ${isDate ? '--date' : '--compose'} ${rest}`
}
