/** Architectures as composes name them, each with what others call it. */
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
 * An architecture under the name that composes use: Koji's `i686` is `i386`, its `armv7hl` is `armhfp`.
 * Unknown ones stay.
 */
export function composeArch(word: string): string {
  return plain.get(word) ?? plain.get(word.toLowerCase()) ?? word
}

/** Whether a word names an architecture we know. */
export function isArch(word: string): boolean {
  return plain.has(word)
}
