import { excerpt } from '../http.ts'

/** What a mail server said, as part of one line. */
export function serverWords(text: string): string {
  return excerpt(text, 300)
}
