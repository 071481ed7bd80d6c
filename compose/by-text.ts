/** Orders texts like `toSorted()` without an argument. The language of the machine does not matter. */
export function byText(a: string, b: string): number {
  return Number(a > b) - Number(a < b)
}
