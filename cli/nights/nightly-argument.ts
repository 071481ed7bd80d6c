import { Garbled } from '../../compose/garbled.ts'
import { formatComposeName } from '../../compose/naming/compose-name.ts'
import { parseNightCompose } from '../../compose/naming/mash-ref.ts'
import type { Night } from '../../compose/naming/night.ts'
import { nightOf } from '../../compose/naming/night-of.ts'
import { quoted } from '../../compose/quoted.ts'
import { isHourly } from '../../compose/streams/due-times.ts'
import type { StreamLine } from '../../compose/streams/stream-line.ts'
import type { Settings } from '../../workers/config/config.ts'
import { linesOf } from '../../workers/config/streams.ts'
import { nightOfMoment, timesOf } from '../../workers/due.ts'
import { nightToStart } from '../../workers/orders/night-to-start.ts'
import { exitCode, UsageError } from '../exit-code.ts'
import type { ConfigOption } from '../options.ts'
import { readStream } from './stream-argument.ts'

/** What a person says of the nightly to start. */
interface SaidNightly extends ConfigOption {
  readonly date?: string
  /** Its id, or its URL. */
  readonly compose?: string
}

/**
 * The night to start, with its compose where one is named. Null after it said why there is none.
 * @throws UsageError for a name, a date or a stream that does not fit
 */
export async function nightlyToStart(
  word: string,
  said: SaidNightly,
): Promise<{ readonly night: Night; readonly compose?: string } | null> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  const settings = loadConfig(said.config)
  const compose = said.compose?.includes('://') ? await idAtUrl(said.compose, said) : said.compose
  const asked = nightAsked(word, said.date, compose, settings)
  if (compose === undefined) return { night: asked }
  const night = await nightWith(asked, compose, settings)
  return night && { night, compose }
}

/** The id of the compose at a URL. */
async function idAtUrl(url: string, { config }: ConfigOption): Promise<string> {
  const { opener } = await import('../composes/open.ts')
  return formatComposeName(await opener(config === undefined ? {} : { config }, [url]).ref(url))
}

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

/**
 * The night of a compose that is there, or of which nobody can tell: then the night looks for it itself. Null
 * after it said what it found otherwise.
 */
async function nightWith(night: Night, compose: string, settings: Settings): Promise<Night | null> {
  const [{ findCompose, searchOfNight }, { startOf }, { isNoAnswer }, { composeServices }] =
    await Promise.all([
      import('../../sources/find-compose.ts'),
      import('../../sources/nights/due-window.ts'),
      import('../../sources/no-answer.ts'),
      import('../../workers/config/compose-source.ts'),
    ])
  const services = composeServices(settings)
  const isOfWindow = isHourly(timesOf(settings, night.stream))
  try {
    const found = await findCompose(services, searchOfNight(night, { compose }))
    if (found.kind === 'found' && found.ref.kind === 'pungi' && isOfWindow)
      return nightOfMoment(settings, night.stream, Date.parse(await startOf(services, found.ref.id)))
    if (found.kind === 'found') return night
    console.error(`nightjar: ${'said' in found ? found.said : `there is no ${compose}`}; nothing was started`)
    process.exitCode = exitCode.bad
    return null
  } catch (error) {
    if (!isNoAnswer(error)) throw error
    const unknown = isOfWindow
      ? `in which due window ${compose} started is not known, so nothing was started`
      : `whether there is a ${compose} is not known, so the night looks for it`
    console.error(`nightjar: ${error.message}; ${unknown}`)
    if (!isOfWindow) return night
    process.exitCode = exitCode.unreachable
    return null
  }
}

function nightAsked(
  word: string,
  date: string | undefined,
  compose: string | undefined,
  settings: Pick<Settings, 'streams'>,
): Night {
  const lines = linesOf(settings)
  const stream = readStream(word, lines)
  const asked = nightToStart(settings, stream, compose === undefined ? date : undefined, Date.now())
  if (typeof asked === 'string') throw new UsageError(asked)
  if (compose === undefined) return asked
  const night = nightOfCompose(compose, lines)
  if (night.stream !== stream)
    throw new UsageError(`${compose} is not a compose of ${stream}, but of ${night.stream}`)
  if (date !== undefined && date !== night.date)
    throw new UsageError(`${compose} is not of ${date}; leave out --date`)
  return night
}
