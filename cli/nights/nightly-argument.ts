import { Garbled } from '../../compose/garbled.ts'
import { parseNightCompose } from '../../compose/naming/mash-ref.ts'
import type { Night } from '../../compose/naming/night.ts'
import { nightOf } from '../../compose/naming/night-of.ts'
import { quoted } from '../../compose/quoted.ts'
import type { StreamLine } from '../../compose/streams/stream-line.ts'
import { UsageError } from '../exit-code.ts'

/** The night of a nightly named on the command line. @throws UsageError that shows the forms of its name. */
export function nightOfCompose(name: string, lines: readonly StreamLine[]): Night {
  const night = nightOf(named(name), lines)
  if (night !== null) return night
  throw new UsageError(`${name} belongs to none of the streams ${lines.map((line) => line.name).join(', ')}`)
}

function named(text: string): ReturnType<typeof parseNightCompose> {
  try {
    return parseNightCompose(text)
  } catch (cause) {
    if (!(cause instanceof Garbled)) throw cause
    const forms = 'Fedora-Rawhide-20261124.n.0, Fedora-44-20261124.n.0 or, of 2015, Rawhide__20150820'
    throw new UsageError(`expected a compose id such as ${forms}, not ${quoted(text)}`, { cause })
  }
}
