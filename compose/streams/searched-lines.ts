import { classNamed } from '../places/compose-class.ts'
import type { StreamLine, StreamRelease } from './stream-line.ts'

/** The name under which live respins are looked for. They are no composes of Pungi. */
export const respins = 'respin'

/**
 * Lines of composes that have no nights, since openQA has nothing for them, but whose newest compose people
 * look for. Which release they are of where nobody names one is what fedfind 6.1.4 guesses; it refuses EPEL.
 */
export const searchedLines: readonly StreamLine[] = [
  line('container', 'Fedora Container <version>', 'current'),
  line('updates', 'Fedora <version> updates', 'current', 'Fedora-<release>-updates-<date>.<respin>'),
  line(
    'updates-testing',
    'Fedora <version> updates-testing',
    'current',
    'Fedora-<release>-updates-testing-<date>.<respin>',
  ),
  line('epel', 'EPEL <version>', null, 'Fedora-EPEL-<version>-updates-<date>.<respin>'),
  line(
    'epel-testing',
    'EPEL <version> testing',
    null,
    'Fedora-EPEL-<version>-updates-testing-<date>.<respin>',
  ),
  line('epel-next', 'EPEL Next <version>', null, 'Fedora-EPEL-Next-<version>-updates-<date>.<respin>'),
  line(
    'epel-next-testing',
    'EPEL Next <version> testing',
    null,
    'Fedora-EPEL-Next-<version>-updates-testing-<date>.<respin>',
  ),
]

/** A line with the forms of its class of composes, or with one form of the class of updates. */
function line(name: string, title: string, release: StreamRelease | null, form?: string): StreamLine {
  const composes = form === undefined ? classNamed(name) : { ...classNamed('updates'), name, forms: [form] }
  return { name, title, untitled: title.replace(' <version>', ''), composes, release }
}

/** A line of one version alone, such as `43` or `10.1`. Null if its ids have none. */
export function lineOfVersion(own: StreamLine, version: string): StreamLine | null {
  const { folder, forms } = own.composes
  const named = forms.map((form) => form.replace(/<release>|<version>/, version))
  if (named.every((form, at) => form === forms[at])) return null
  return {
    ...own,
    release: null,
    composes: { ...own.composes, forms: named, folder: folder.replace('<version>', version) },
  }
}
