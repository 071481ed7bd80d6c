const families: readonly (readonly string[])[] = [
  ['i386', 'i486', 'i586', 'i686'],
  ['x86_64', 'amd64'],
  ['armhfp', 'armv7hl', 'armv7hnl'],
  ['aarch64', 'arm64'],
]

const plain: ReadonlyMap<string, string> = new Map(
  families.flatMap(([name = '', ...others]) => [name, ...others].map((other) => [other, name])),
)

/** An architecture under the name that composes use: Koji's `i686` is `i386`, its `armv7hl` is `armhfp`. Unknown ones stay. */
export function composeArch(arch: string): string {
  return plain.get(arch.toLowerCase()) ?? arch
}
