import { formatComposeId, type ComposeId } from '../naming/compose-id.ts'

/**
 * One class of composes: the form of its ids, and the folder below the compose tree where Fedora keeps it.
 */
export interface ComposeClass {
  readonly name: string
  readonly shape: RegExp
  /** `<version>` stands for the version of the id. */
  readonly folder: string
  readonly why: string
}

/** Every class of composes with a known folder. The first shape that matches decides. */
export const composeClasses: readonly ComposeClass[] = [
  {
    name: 'rawhide',
    shape: /^Fedora-[Rr]awhide-\d+\.n\.\d+$/,
    folder: 'rawhide',
    why: 'the nightly of the development line',
  },
  {
    name: 'branched',
    shape: /^Fedora-\d+-\d+\.n\.\d+$/,
    folder: 'branched',
    why: 'the nightly of the next release, from its branch day to its release day',
  },
  {
    name: 'production',
    shape: /^Fedora-\d+-\d+\.\d+$/,
    folder: '<version>',
    why: 'candidates lie under their release number before they are staged',
  },
  {
    name: 'eln',
    shape: /^Fedora-(?:eln|ELN)-\d+\.n\.\d+$/,
    folder: 'eln',
    why: 'Rawhide built as the next Enterprise Linux, four times a day',
  },
  {
    name: 'cloud',
    shape: /^Fedora-Cloud-\d+-\d+(?:\.n)?\.\d+$/,
    folder: 'cloud',
    why: 'fresh cloud images of the stable releases, daily',
  },
  {
    name: 'container',
    shape: /^Fedora-Container-\d+-\d+(?:\.n)?\.\d+$/,
    folder: 'container',
    why: 'fresh container images of the stable releases, daily',
  },
  {
    name: 'iot',
    shape: /^Fedora-IoT-\d+-\d+(?:\.n)?\.\d+$/,
    folder: 'iot',
    why: 'IoT has its own composes, apart from the release',
  },
  {
    name: 'updates',
    shape: /^Fedora(?:-(?:EPEL|Epel)(?:-Next)?)?-[\d.]+-updates(?:-testing)?-\d+\.\d+$/,
    folder: 'updates',
    why: 'Bodhi composes the updates of all releases, EPEL among them, in one folder',
  },
]

/** The class of a compose. Null if no class matches. */
export function composeClassOf(id: ComposeId): ComposeClass | null {
  const text = formatComposeId(id)
  return composeClasses.find(({ shape }) => shape.test(text)) ?? null
}
