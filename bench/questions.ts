import { rawhide } from './fedora.ts'

/** One question to both programs. */
export interface Question {
  readonly name: string
  /** The command line after `nightjar`. */
  readonly command: readonly string[]
  /** The arguments of both drivers: an operation and its composes. */
  readonly driver: readonly string[]
}

export const questions: readonly Question[] = [
  question('images', ['images', rawhide.newest]),
  question('expected', ['expected', rawhide.newest]),
  question('diff', ['diff', rawhide.before, rawhide.newest]),
  question('state, finished', ['state', rawhide.newest]),
  question('state, running', ['state', rawhide.running]),
  question('state, absent', ['state', rawhide.absent]),
  { name: 'find', command: ['find', 'rawhide', '--date', '2026-11-24'], driver: ['find', '20261124'] },
  question('previous', ['previous', rawhide.usual]),
  question('previous, bad days', ['previous', rawhide.newest]),
]

function question(name: string, words: readonly string[]): Question {
  return { name, command: words, driver: words }
}
