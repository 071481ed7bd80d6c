import { dateOf } from '../../compose/naming/calendar.ts'
import { composeDateOf, type ComposeId } from '../../compose/naming/compose-id.ts'
import type { Night } from '../../compose/naming/night.ts'
import { nightOf } from '../../compose/naming/night-of.ts'
import type { OpenedCompose } from '../../compose/expected/opened-compose.ts'
import { isHourly } from '../../compose/streams/due-times.ts'
import type { ComposeServices } from '../../sources/compose-tools.ts'
import { startOf } from '../../sources/nights/due-window.ts'
import { isNoAnswer } from '../../sources/no-answer.ts'
import type { Settings } from '../../workers/config/config.ts'
import { nightOfMoment, timesOf } from '../../workers/due.ts'

/** A compose, and whom to ask about it. */
interface LiveNight {
  readonly services: ComposeServices
  readonly settings: Pick<Settings, 'streams'>
  readonly opened: OpenedCompose
  /** ISO: now. */
  readonly at: string
}

/** The night of a compose; other composes than nightlies count as Branched ones of their date. */
export async function nightOfLive({ services, settings, opened, at }: LiveNight): Promise<Night> {
  const { ref, id } = opened
  const night = ref === null ? null : nightOf(ref, services.lines)
  if (night === null)
    return { stream: 'branched', date: id === null ? dateOf(new Date(at)) : composeDateOf(id) }
  if (id === null || !isHourly(timesOf(settings, night.stream))) return night
  const started = await startIfKnown(services, id)
  return started === null ? night : nightOfMoment(settings, night.stream, Date.parse(started))
}

/** Null if nobody can tell: then it is compared with the nights before its date. */
async function startIfKnown(services: ComposeServices, id: ComposeId): Promise<string | null> {
  try {
    return await startOf(services, id)
  } catch (error) {
    if (isNoAnswer(error)) return null
    throw error
  }
}
