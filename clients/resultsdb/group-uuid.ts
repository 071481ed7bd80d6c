import { uuid5 } from '../uuid5.ts'

/**
 * The UUID of a group by ResultsDB's conventions: a name in a namespace such as `compose`, `image`, `openqa`.
 * Like them it leaves out letters that are not ASCII.
 */
export function groupUuid(namespace: string, name: string): string {
  return uuid5(ascii(name), uuid5(ascii(namespace)))
}

function ascii(text: string): string {
  return text.replaceAll(/\P{ASCII}/gu, '')
}
