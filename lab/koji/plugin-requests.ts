import type { Made } from './made.ts'
import type { HubValue } from './value.ts'

/** The request of a parent of the kiwi plugin: Rawhide's target is a number, its version is an option. */
export function kiwiParent({ version, release, arch, name }: Made): readonly HubValue[] {
  const options = { ...common(release), profile: name.replace('Fedora-', ''), version }
  return [targetOf(version), [arch], descriptions, `${name}.kiwi`, options]
}

/** The request of its child, which does the work. */
export function kiwiChild({ name, version, release, arch }: Made): readonly HubValue[] {
  const target = { build_tag: 311, dest_tag: 289, id: 46, name: targetOf(version) }
  const fixed = [target, 311, { id: 514_223, state: 1 }, descriptions, `${name}.kiwi`]
  return [name, version, release, arch, ...fixed, common(release)]
}

/** The request of a parent of the image-builder plugin. */
export function imageBuilderParent({ name, version, release, arch }: Made): readonly HubValue[] {
  return [targetOf(version), [arch], ['minimal-raw'], name, version, common(release)]
}

/** The request of its child. */
export function imageBuilderChild({ name, version, release, arch }: Made): readonly HubValue[] {
  const fixed = [{ id: 46, name: targetOf(version) }, { arches: arch }, { id: 514_223, state: 1 }]
  return [name, version, release, arch, ['minimal-raw'], ...fixed, common(release)]
}

const descriptions = 'git+https://pagure.io/fedora-kiwi-descriptions.git?#f42'

function common(release: string) {
  return { optional_arches: [], release, repos: ['http://127.0.0.1/compose/os/'], scratch: true }
}

function targetOf(version: string): string {
  return /^\d+$/.test(version) ? `f${version}` : 'f45'
}
