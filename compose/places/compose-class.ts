import type { ComposeId } from '../naming/compose-id.ts'
import { hasForm, type IdForm } from '../naming/id-form.ts'

/**
 * One class of composes: the form of its ids, and the folder below the compose tree where Fedora keeps it.
 */
export interface ComposeClass {
  readonly name: string
  readonly forms: readonly IdForm[]
  /** `<version>` stands for the version of the id. */
  readonly folder: string
  readonly why: string
}

/** Every class of composes with a known folder. The first form that an id has decides. */
export const composeClasses: readonly ComposeClass[] = [
  {
    name: 'rawhide',
    forms: ['Fedora-Rawhide-<date>.n.<respin>'],
    folder: 'rawhide',
    why: 'the nightly of the development line',
  },
  {
    name: 'branched',
    forms: ['Fedora-<release>-<date>.n.<respin>'],
    folder: 'branched',
    why: 'the nightly of the next release, from its branch day to its release day',
  },
  {
    name: 'production',
    forms: ['Fedora-<release>-<date>.<respin>'],
    folder: '<version>',
    why: 'candidates lie under their release number before they are staged',
  },
  {
    name: 'eln',
    forms: ['Fedora-eln-<date>.n.<respin>'],
    folder: 'eln',
    why: 'Rawhide built as the next Enterprise Linux, four times a day',
  },
  {
    name: 'cloud',
    forms: ['Fedora-Cloud-<release>-<date>.<respin>', 'Fedora-Cloud-<release>-<date>.n.<respin>'],
    folder: 'cloud',
    why: 'fresh cloud images of the stable releases, daily',
  },
  {
    name: 'container',
    forms: ['Fedora-Container-<release>-<date>.<respin>', 'Fedora-Container-<release>-<date>.n.<respin>'],
    folder: 'container',
    why: 'fresh container images of the stable releases, daily',
  },
  {
    name: 'iot',
    forms: ['Fedora-IoT-<release>-<date>.<respin>', 'Fedora-IoT-<release>-<date>.n.<respin>'],
    folder: 'iot',
    why: 'IoT has its own composes, apart from the release',
  },
  {
    name: 'updates',
    forms: ['Fedora', 'Fedora-EPEL', 'Fedora-EPEL-Next'].flatMap((short) => [
      `${short}-<version>-updates-<date>.<respin>`,
      `${short}-<version>-updates-testing-<date>.<respin>`,
    ]),
    folder: 'updates',
    why: 'Bodhi composes the updates of all releases, EPEL among them, in one folder',
  },
]

/** The class with a name. @throws Error if there is none */
export function classNamed(name: string): ComposeClass {
  const found = composeClasses.find((each) => each.name === name)
  if (found) return found
  throw new Error(`no class of composes is named ${name}`)
}

/** Whether a compose is of a class. */
export function isOfClass(id: ComposeId, { forms }: ComposeClass): boolean {
  return forms.some((form) => hasForm(id, form))
}

/** The class of a compose. Null if no class matches. */
export function composeClassOf(id: ComposeId, classes = composeClasses): ComposeClass | null {
  return classes.find((each) => isOfClass(id, each)) ?? null
}
