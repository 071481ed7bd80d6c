/** A text as PostgreSQL can hold it: without NUL, and with whole characters only. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').toWellFormed()
}

/** Rows as the one JSON parameter of a statement, their texts {@link storable}. */
export function storableRows(rows: readonly object[]): string {
  return JSON.stringify(rows, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value))
}
