/** Architectures under the names that composes use, each followed by its other names. */
const arches: readonly (readonly string[])[] = [
  ['x86_64', 'amd64'],
  ['i386', 'i486', 'i586', 'i686'],
  ['aarch64', 'arm64'],
  ['armhfp', 'armv7hl', 'armv7hnl'],
  ['arm', 'armv5tel'],
  ['ppc64le'],
  ['ppc64'],
  ['ppc'],
  ['riscv64'],
  ['s390x'],
  ['ia64'],
  ['src', 'source', 'SRPMS'],
]

const plain: ReadonlyMap<string, string> = new Map(
  arches.flatMap(([name = '', ...others]) => [name, ...others].map((word) => [word, name])),
)

/**
 * The name that composes use for an architecture: `i386` for Koji's `i686`, `armhfp` for its `armv7hl`. An
 * unknown name is returned as it is.
 */
export function composeArch(word: string): string {
  return plain.get(word) ?? plain.get(word.toLowerCase()) ?? word
}

/** The names that composes use for architectures. */
export const archNames: readonly string[] = arches.map(([name = '']) => name).filter((name) => name !== 'src')

/** Whether a word is a known name of an architecture. */
export function isArch(word: string): boolean {
  return plain.has(word)
}
