/** A number with its noun: `1 test`, `2 tests`, `no tests`. */
export function counted(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`
}

/** The first few names, and how many more there are: `a, b, c and 4 more`. */
export function listed(names: readonly string[], most = 3): string {
  const rest = names.length - most
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ')
}

/** `1st`, `2nd`, `3rd`, `4th`, `11th`, `22nd`. */
export function nth(number: number): string {
  const teen = number % 100 > 10 && number % 100 < 14
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}
