import { composeDateOf, formatComposeId, streamOf } from '../compose/compose-id.ts'
import { nightId } from '../compose/night.ts'
import { isStream, streams } from '../compose/stream.ts'
import { readCompose } from './compose-id-argument.ts'
import { UsageError } from './exit-code.ts'

/** Today's date in UTC, `YYYY-MM-DD`: composes are named by it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** A date as `--date` takes it. @throws UsageError for anything but a day of the calendar. */
export function readDate(text: string): string {
  const date = new Date(`${text}T00:00:00Z`)
  const real =
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  if (real) return text
  throw new UsageError(`expected a date such as ${today()}, not ${JSON.stringify(text.slice(0, 60))}`)
}

/**
 * The workflow id of a night, as people name it: `rawhide` (tonight's), `rawhide/2026-11-24`, a compose id, or the id itself.
 * @throws UsageError that names the forms.
 */
export function readNight(text: string): string {
  const name = text.replace(/^nightly\//, '')
  const [stream = '', rest, ...more] = name.split('/')
  if (isStream(stream) && more.length === 0) {
    if (rest === undefined) return nightId({ stream, date: today() })
    return rest.startsWith('Fedora')
      ? `nightly/${stream}/${formatComposeId(readCompose(rest))}`
      : nightId({ stream, date: readDate(rest) })
  }
  if (name.startsWith('Fedora')) return nightOfCompose(name)
  throw new UsageError(
    `expected a night such as rawhide, branched/${today()} or a compose id, not ${JSON.stringify(text.slice(0, 60))} (streams: ${streams.join(', ')})`,
  )
}

function nightOfCompose(text: string): string {
  const id = readCompose(text)
  const stream = streamOf(id)
  if (stream === null) throw new UsageError(`${text} belongs to none of the streams ${streams.join(', ')}`)
  return nightId({ stream, date: composeDateOf(id) })
}
