import type { Night } from '../compose/naming/night.ts'
import type { Settings } from './config/config.ts'
import { findStream } from './config/streams.ts'

/**
 * When a night is due by the configuration's time of day and zone; ISO. At midnight in UTC, where the
 * configuration no longer has its stream.
 */
export function dueOf(settings: Pick<Settings, 'streams'>, { stream, date }: Night): string {
  const { at = '00:00', zone = 'UTC' } = findStream(settings, stream) ?? {}
  const asIfUtc = Date.parse(`${date}T${at}:00Z`)
  return new Date(asIfUtc - offsetMs(zone, asIfUtc)).toISOString()
}

/** How far a zone's clocks are ahead of UTC at about that moment. */
function offsetMs(timeZone: string, at: number): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`) - at
}
