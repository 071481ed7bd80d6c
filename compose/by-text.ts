/** Orders texts as `toSorted` without an argument does, whatever the language of the machine. */
export function byText(a: string, b: string): number {
  return Number(a > b) - Number(a < b)
}
