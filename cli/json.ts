/** The JSON of a command: an object that begins with the name and version of its form. */
export function jsonOf(form: string, answer: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ schema: `nightjar/${form}`, ...answer }, null, 2)
}
