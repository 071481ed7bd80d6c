import { excerpt } from '../http.ts'

/** What a mail server said, as part of one line: short, and without control characters. */
export function serverWords(text: string): string {
  return excerpt(text.replaceAll(/\p{C}/gu, ' '), 300)
}
