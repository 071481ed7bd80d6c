import type { Made } from './made.ts'
import { imageBuilderChild, imageBuilderParent, kiwiChild, kiwiParent } from './plugin-requests.ts'
import type { HubValue } from './value.ts'

/** How Koji makes a kind of image: by a parent task and its child, which does the work. */
export interface Maker {
  readonly parent: string
  readonly child: string
  /** Koji's fault code for its failures. */
  readonly fault: number
  readonly suffix: string
  /** The request of a parent with one child has its arch; others have a list of arches. */
  readonly children: 'one' | 'several'
  /** The requests of a plugin's methods. Absent for Koji's own methods. */
  readonly requests?: {
    readonly parent: (made: Made) => readonly HubValue[]
    readonly child: (made: Made) => readonly HubValue[]
  }
}

const makers: readonly Maker[] = [
  { parent: 'livecd', child: 'createLiveCD', fault: 1015, suffix: 'iso', children: 'one' },
  { parent: 'appliance', child: 'createAppliance', fault: 1018, suffix: 'raw.xz', children: 'one' },
  { parent: 'image', child: 'createImage', fault: 1000, suffix: 'qcow2', children: 'several' },
  { parent: 'livemedia', child: 'createLiveMedia', fault: 1022, suffix: 'iso', children: 'several' },
  {
    parent: 'kiwiBuild',
    child: 'createKiwiImage',
    fault: 1005,
    suffix: 'iso',
    children: 'several',
    requests: { parent: kiwiParent, child: kiwiChild },
  },
  {
    parent: 'imageBuilderBuild',
    child: 'imageBuilderBuildArch',
    fault: 1000,
    suffix: 'raw.xz',
    children: 'several',
    requests: { parent: imageBuilderParent, child: imageBuilderChild },
  },
]

const kickstart = 'work/cli-image/1764000000.123/fedora.ks'

/** The maker of a parent's or a child's method. @throws Error for an unknown method. */
export function makerOf(method: string): Maker {
  const found = makers.find(({ parent, child }) => parent === method || child === method)
  if (found) return found
  const known = makers.flatMap(({ parent, child }) => [parent, child])
  throw new Error(`the lab's Koji knows no method ${method}, but ${known.join(', ')}`)
}

/** The label of a child, unique among its siblings. */
export function labelOf({ parent, children }: Maker, arch: string): string {
  return children === 'one' ? parent : arch
}

export function parentRequest({ children, requests }: Maker, made: Made): readonly HubValue[] {
  if (requests) return requests.parent(made)
  const arches = children === 'one' ? made.arch : [made.arch]
  return [made.name, made.version, arches, made.version.toLowerCase(), kickstart, options(made)]
}

export function childRequest(made: Made): readonly HubValue[] {
  return [made.name, made.version, made.release, made.arch, target, buildTag, repo, kickstart, options(made)]
}

const target = {
  build_tag: 311,
  build_tag_name: 'build',
  dest_tag: 289,
  dest_tag_name: 'rawhide',
  id: 46,
  name: 'rawhide',
}
const buildTag = {
  arches: 'i686 x86_64 armv7hl',
  extra: {},
  id: 311,
  locked: false,
  name: 'build',
  perm: 'admin',
  perm_id: 1,
}
const repo = { create_event: 14_412_345, id: 514_223, state: 1 }

function options({ release, arch }: Made): HubValue {
  return {
    format: 'iso',
    release,
    repo: [`http://127.0.0.1/compose/${arch}/os/`],
    scratch: true,
    specfile: null,
  }
}
