import { ClientFailure } from '../failure.ts'
import { askStreamed, failureOf } from '../http.ts'
import { NotNow, retryAfter } from '../not-now.ts'
import { outcomeOf, sameId } from '../unknown-outcome.ts'
import { readMatrixAnswer, type MatrixAnswer } from './matrix-answer.ts'

/** A room of a Matrix homeserver, and how long one answer may take. */
export interface MatrixRoom {
  /** What failures call it: `Matrix qa-room`. */
  readonly service: string
  readonly homeserver: string
  /** Its id, `!…`. */
  readonly room: string
  readonly deadlineMs: number
}

/** A message that starts no conversation. A repeat has the same id, and the homeserver keeps one of them. */
export interface MatrixNotice {
  readonly id: string
  readonly text: string
  readonly html: string
  readonly signal: AbortSignal
}

const mostBytes = 2 ** 20

/**
 * Sends a notice to a room once; answers as which event the homeserver has it.
 * @throws ClientFailure `refused` for good, with what to do; NotNow where it is to be sent again; `garbled`
 *   for what is no answer of Matrix; UnknownOutcome
 */
export async function sendNotice(
  place: MatrixRoom,
  token: string,
  { id, text, html, signal }: MatrixNotice,
): Promise<string> {
  const path = `rooms/${encodeURIComponent(place.room)}/send/m.room.message/${encodeURIComponent(id)}`
  const content = { msgtype: 'm.notice', body: text, format: 'org.matrix.custom.html', formatted_body: html }
  const request = { method: 'PUT', path, body: JSON.stringify(content), signal } as const
  const { eventId, words } = await asked(place, token, request)
  if (eventId === '') throw garbled(place, `expected the id of an event, got ${words}`)
  return `it is ${eventId}`
}

/** Asks who the token is of, and whether they are in the room. Nothing is sent. @throws ClientFailure */
export async function probeMatrix(place: MatrixRoom, token: string): Promise<string> {
  const { userId, words } = await asked(place, token, { method: 'GET', path: 'account/whoami' })
  if (userId === '') throw garbled(place, `expected the id of a user, got ${words}`)
  const { joinedRooms } = await asked(place, token, { method: 'GET', path: 'joined_rooms' })
  if (joinedRooms.includes(place.room)) return `${userId} is in the room; nothing was sent`
  throw new ClientFailure('refused', place.service, `${userId} is not in ${place.room}: ${advice.room}`)
}

const advice = {
  token: 'log in anew, and write the access token into the file that token_file names',
  room: 'invite the user of the token to the room, let them join, and let them send messages',
  other: 'correct homeserver and room in the table of the channel',
} as const

interface Request {
  readonly method: 'GET' | 'PUT'
  /** Below the client API. */
  readonly path: string
  readonly body?: string
  readonly signal?: AbortSignal
}

async function asked(place: MatrixRoom, token: string, request: Request): Promise<MatrixAnswer> {
  try {
    return await answered(place, token, request)
  } catch (thrown) {
    throw request.method === 'PUT' ? outcomeOf(thrown, sameId) : thrown
  }
}

async function answered(
  { service, homeserver, deadlineMs }: MatrixRoom,
  token: string,
  { path, ...request }: Request,
): Promise<MatrixAnswer> {
  const response = await askStreamed({
    service,
    url: `${homeserver.replace(/\/+$/, '')}/_matrix/client/v3/${path}`,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    allowedHosts: [new URL(homeserver).host],
    deadlineMs,
    maxBytes: mostBytes,
    ...request,
  })
  const chunks: Uint8Array[] = []
  for await (const chunk of response.body()) chunks.push(chunk)
  // A homeserver may repeat the token.
  const text = new TextDecoder().decode(Buffer.concat(chunks)).replaceAll(token, '…')
  const answer = readMatrixAnswer(text)
  const { status } = response
  if (status >= 200 && status < 300) return answer
  const wait = answer.retryAfterMs ?? retryAfter(response.header('retry-after'), Date.now())
  throw failed(service, { status, wait, ...answer })
}

interface Failed extends Pick<MatrixAnswer, 'errcode' | 'words'> {
  readonly status: number
  readonly wait: number | null
}

function failed(service: string, { status, wait, errcode, words }: Failed): ClientFailure {
  const said = `it answered ${status} ${errcode} (${words})`
  if (failureOf(status) === 'unreachable') return new NotNow(service, said, wait)
  return new ClientFailure('refused', service, `${said}; ${todo(status, errcode)}`)
}

function todo(status: number, errcode: string): string {
  if (errcode === 'M_UNKNOWN_TOKEN' || errcode === 'M_MISSING_TOKEN' || status === 401) return advice.token
  return errcode === 'M_FORBIDDEN' ? advice.room : advice.other
}

function garbled({ service }: MatrixRoom, words: string): ClientFailure {
  return new ClientFailure('garbled', service, words)
}
