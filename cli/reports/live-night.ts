import { dateOf } from '../../compose/naming/calendar.ts'
import { candidates } from '../../compose/naming/candidate.ts'
import { composeDateOf, type ComposeId } from '../../compose/naming/compose-id.ts'
import type { Night } from '../../compose/naming/night.ts'
import { nightOf } from '../../compose/naming/night-of.ts'
import type { OpenedCompose } from '../../compose/expected/opened-compose.ts'
import { titleOf } from '../../compose/streams/stream-line.ts'
import { isHourly } from '../../compose/streams/due-times.ts'
import type { ComposeServices } from '../../sources/compose-tools.ts'
import { startOf } from '../../sources/nights/due-window.ts'
import { readLabelOf, releaseOf } from '../../sources/plan-posts.ts'
import { isNoAnswer } from '../../sources/no-answer.ts'
import type { Settings } from '../../workers/config/config.ts'
import { nightOfMoment, timesOf } from '../../workers/due.ts'

/** A compose, and whom to ask about it. */
interface LiveCompose {
  readonly services: ComposeServices
  readonly settings: Pick<Settings, 'streams'>
  readonly opened: OpenedCompose
  /** ISO: now. */
  readonly at: string
}

/** The night that a compose counts as one of. */
interface LiveNight {
  readonly night: Night
  /** `Fedora 44 RC-1.2`: a candidate has its label in it, as several are made on a day. */
  readonly title: string
  readonly label: string | null
}

/** @throws ClientFailure, Garbled if the label of a production compose cannot be read */
export async function nightOfLive(live: LiveCompose): Promise<LiveNight> {
  const { services, opened } = live
  const label = await readLabelOf(services, opened)
  const night = await countedAs(live, label)
  const title = titleOf(night.stream, releaseOf(opened), services.lines)
  return { night, label, title: night.stream === candidates ? `${title} ${label}` : title }
}

/** A compose that is neither a nightly nor a candidate counts as Branched of its date. */
async function countedAs({ services, settings, opened, at }: LiveCompose, label: string | null) {
  const { ref, id } = opened
  const night = ref === null ? null : nightOf(ref, services.lines)
  if (night === null)
    return {
      stream: label === null ? 'branched' : candidates,
      date: id === null ? dateOf(new Date(at)) : composeDateOf(id),
    }
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
