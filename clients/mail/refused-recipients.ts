import { serverWords } from './server-words.ts'

/** A recipient that the mail server did not take. */
export interface RefusedRecipient {
  readonly recipient: string
  /** A 5xx. After a 4xx, greylisting for one, the server wants to be asked again. */
  readonly forGood: boolean
  /** The answer of the server. */
  readonly said: string
}

/** The recipients in nodemailer's `rejectedErrors`: in its answer or, if nobody was taken, in its error. */
export function refusedRecipients(told: object): readonly RefusedRecipient[] {
  const errors = 'rejectedErrors' in told ? told.rejectedErrors : []
  return Array.isArray(errors) ? errors.flatMap(refusal) : []
}

function refusal(error: unknown): readonly RefusedRecipient[] {
  if (typeof error !== 'object' || error === null) return []
  if (!('recipient' in error) || typeof error.recipient !== 'string') return []
  const response = 'response' in error ? String(error.response) : ''
  const code = 'responseCode' in error ? error.responseCode : null
  return [
    {
      recipient: error.recipient,
      forGood: typeof code === 'number' && code >= 500,
      said: serverWords(response),
    },
  ]
}
