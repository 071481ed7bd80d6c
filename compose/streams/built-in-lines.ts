import { classNamed } from '../places/compose-class.ts'
import { candidates } from '../naming/candidate.ts'
import type { StreamLine, StreamRelease } from './stream-line.ts'

/**
 * Fedora's streams. Which release a stream has where nobody names one is what fedfind 6.1.4
 * guesses, too. Rawhide and ELN have no number in their ids.
 */
export const builtInLines: readonly StreamLine[] = [
  line('rawhide', 'Rawhide', null),
  { ...line('branched', 'Fedora <version>', 'branched'), untitled: 'Branched' },
  { ...line('production', 'Fedora <version>', 'branched'), name: candidates, untitled: 'Candidate' },
  line('iot', 'Fedora IoT <version>', 'current'),
  line('cloud', 'Fedora Cloud <version>', 'current'),
  line('eln', 'Fedora ELN', null),
]

/** A stream that is named as its class of composes. */
function line(name: string, title: string, release: StreamRelease | null): StreamLine {
  return { name, title, untitled: title.replace(' <version>', ''), composes: classNamed(name), release }
}
