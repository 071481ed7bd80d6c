import { buildOf } from './build.ts'
import { marker, markerSetting, markOf } from './marker.ts'
import type { PlanInput } from './plan-input.ts'
import type { Post } from './post.ts'

/** The addresses that Fedora's openQA workers give to their virtual machines. */
const network = { QEMU_HOST_IP: '172.16.2.2', NICTYPE_USER_OPTIONS: 'net=172.16.2.0/24' }

/** ELN is built for a newer processor than the default of openQA's virtual machines. */
const processor: Readonly<Record<string, string>> = { ELN: 'Haswell' }

/** One post of a plan, with the settings of every post and its own. */
export function postOf(
  input: PlanInput,
  flavor: string,
  arch: string,
  own: Readonly<Record<string, string>>,
): Post {
  const build = buildOf(input)
  const settings = {
    DISTRI: 'fedora',
    VERSION: input.version,
    FLAVOR: flavor,
    ARCH: arch,
    BUILD: build,
    LOCATION: input.location,
    ...own,
    ...label(input),
    ...input.releases,
    ...network,
    ...cpu(input),
    ...input.extraSettings,
    ...obsolete(input),
    ...(input.runUrl === undefined ? {} : { __NIGHTJAR_URL: input.runUrl }),
    [markerSetting]: marker({ build, flavor, arch, ...markOf(input) }),
  }
  return { flavor, arch, settings }
}

function label({ label: text }: PlanInput): Readonly<Record<string, string>> {
  return text === null ? {} : { LABEL: text }
}

function cpu({ version }: PlanInput): Readonly<Record<string, string>> {
  const model = processor[version.toUpperCase()]
  return model === undefined ? {} : { QEMUCPU: model }
}

/** Without the second setting openQA would also cancel the jobs of all other builds of this version. */
function obsolete({ force }: PlanInput): Readonly<Record<string, string>> {
  return force === 'obsolete' ? { _OBSOLETE: '1', _ONLY_OBSOLETE_SAME_BUILD: '1' } : {}
}
