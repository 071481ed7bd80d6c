import { isFailure } from '../../clients/failure.ts'
import { Garbled } from '../../compose/garbled.ts'
import { noAnswer } from '../no-answer.ts'

/** Why something could not be read. A refusal also says nothing about what is there. */
export type Unread =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreachable'; readonly why: string }
  | { readonly kind: 'garbled'; readonly why: string }

/** Turns a failure to read into its reason. Any other error is a bug and is rethrown. */
export function unread(error: unknown): Unread {
  if (isFailure(error, 'absent')) return { kind: 'absent' }
  if (error instanceof Garbled || isFailure(error, 'garbled')) return { kind: 'garbled', why: error.message }
  return noAnswer(error)
}
