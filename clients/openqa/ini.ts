/**
 * The sections of an INI file. Keys become lower case, section names do not. Lines that begin with `#` or `;`
 * are comments. A later section of the same name adds to the first.
 */
export function readSections(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sections = new Map<string, Map<string, string>>()
  let current: Map<string, string> | null = null
  for (const line of text.split(/\r?\n/).map((raw) => raw.trim())) {
    const name = /^\[([^\]]+)\]/.exec(line)?.[1]?.trim()
    if (name !== undefined) {
      current = sections.get(name) ?? new Map()
      sections.set(name, current)
    } else if (current && !/^[#;]/.test(line)) {
      const [, key, value] = /^([^=]+?)\s*=\s*(.*)$/.exec(line) ?? []
      if (key !== undefined && value !== undefined) current.set(key.toLowerCase(), value)
    }
  }
  return sections
}
