const areas: readonly (readonly [prefix: string, area: string])[] = [
  ['install_', 'installer'],
  ['upgrade_', 'upgrade'],
  ['desktop_', 'desktop'],
  ['apps_', 'desktop'],
  ['server_', 'server'],
  ['realmd_', 'server'],
  ['freeipa_', 'server'],
  ['base_', 'base'],
  ['rpmostree_', 'ostree'],
  ['iot_', 'ostree'],
  ['cloud_', 'cloud'],
]

/** The part of the system that a test is about, by the name of the test. */
export function areaOf(test: string): string {
  return areas.find(([prefix]) => test.startsWith(prefix))?.[1] ?? 'other'
}

/** The areas of some tests, sorted, for a subject: `desktop, installer`; empty for more than two. */
export function areasOf(tests: readonly { readonly test: string }[]): string {
  const all = [...new Set(tests.map(({ test }) => areaOf(test)))].toSorted()
  return all.length > 2 ? '' : all.join(', ')
}
