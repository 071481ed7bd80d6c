import { excerpt } from '../http.ts'
import { jsonIfAny } from '../json.ts'

/**
 * What Nightjar reads of an answer of a Matrix homeserver. Empty or null where it does not say. Its words and
 * the ids of events and users are safe on one line.
 */
export interface MatrixAnswer {
  readonly eventId: string
  readonly userId: string
  readonly joinedRooms: readonly string[]
  /** Such as `M_FORBIDDEN`. */
  readonly errcode: string
  /** What went wrong, or the first words of what is no JSON; on one line. */
  readonly words: string
  readonly retryAfterMs: number | null
}

/** Reads an answer. What has another type than it should counts as not said. */
export function readMatrixAnswer(text: string): MatrixAnswer {
  const value = jsonIfAny(text)
  const rooms = member(value, 'joined_rooms')
  const ms = member(value, 'retry_after_ms')
  const said = textMember(value, 'error')
  return {
    eventId: excerpt(textMember(value, 'event_id'), 100),
    userId: excerpt(textMember(value, 'user_id'), 255),
    joinedRooms: Array.isArray(rooms) ? rooms.filter((room) => typeof room === 'string') : [],
    errcode: /^[\w.]{1,60}$/.exec(textMember(value, 'errcode'))?.[0] ?? '',
    words: excerpt(said || text, 200) || 'nothing',
    retryAfterMs: typeof ms === 'number' && Number.isFinite(ms) && ms >= 0 ? ms : null,
  }
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return new Map<string, unknown>(Object.entries(value)).get(name)
}

function textMember(value: unknown, name: string): string {
  const text = member(value, name)
  return typeof text === 'string' ? text : ''
}
