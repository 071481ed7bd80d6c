import { safeLine } from '../../compose/safe-line.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import type { Letter, Sender } from '../letter.ts'
import { atom } from '../message-id.ts'
import { minuteOf } from '../minute.ts'
import { wrap } from '../text/wrap.ts'

/** What people are told when no report comes. Times are ISO. */
export type Alarm =
  | {
      readonly kind: 'overdue'
      readonly stream: Stream
      /** The night that has no report, and until when it should have had one. */
      readonly night: string
      readonly dueBy: string
      /** The last night that was opened; null for none. */
      readonly opened: string | null
      readonly lastReport: string | null
    }
  | { readonly kind: 'archive-away'; readonly why: string }

/** Who noticed it, and when. */
export interface Noticed {
  readonly host: string
  /** ISO. */
  readonly at: string
}

/** What an alarm says, in one line: `Rawhide is overdue: no report since 2026-11-25 11:02 UTC`. */
export function alarmLine(alarm: Alarm): string {
  if (alarm.kind === 'archive-away') return 'nobody knows whether reports come: the archive cannot be read'
  const { stream, lastReport } = alarm
  const since = lastReport === null ? 'it never had a report' : `no report since ${minuteOf(lastReport)}`
  return `${streamName(stream)} is overdue: ${since}`
}

/** `Rawhide` for `rawhide`. */
export function streamName(stream: Stream): string {
  return `${stream.charAt(0).toUpperCase()}${stream.slice(1)}`
}

/** A mail of text alone. */
export type AlarmLetter = Omit<Letter, 'html' | 'json'>

/** The mail with an alarm. The same night of a stream always has the same Message-ID. */
export function alarmLetter(
  alarm: Alarm,
  { host, at }: Noticed,
  { from, domain, listId }: Sender,
): AlarmLetter {
  const id = alarm.kind === 'overdue' ? `${alarm.stream}.${alarm.night}` : `archive.${at}`
  const line = alarmLine(alarm)
  const paragraphs = [`${line.charAt(0).toUpperCase()}${line.slice(1)}.`, ...wordsOf(alarm)]
  const footer = `--\nnightjar overdue, on ${safeLine(host, 60)}, ${minuteOf(at)}`
  return {
    messageId: `<overdue.${atom(id)}@${atom(domain)}>`,
    from,
    subject: `[Nightjar] ${line}`,
    text: `${[...paragraphs.map((words) => wrap(words).join('\n')), footer].join('\n\n')}\n`,
    date: at,
    listId,
    inReplyTo: null,
  }
}

function wordsOf(alarm: Alarm): readonly string[] {
  if (alarm.kind === 'archive-away')
    return [
      `It said: ${safeLine(alarm.why)}`,
      '"nightjar doctor" says what else is broken. While it cannot be read, no stream is watched; this is told once a day.',
    ]
  const { night, dueBy, opened, stream } = alarm
  return [
    `The night ${night} should have reported by ${minuteOf(dueBy)}. ${openedWords(alarm)}`,
    `"nightjar doctor" says what is broken, ${opened !== null && opened >= night ? `"nightjar show ${stream}/${night}" where that night is` : '"nightjar schedule list" whether nights are opened'}. Each night without a report is told of once.`,
  ]
}

function openedWords({ night, opened }: { readonly night: string; readonly opened: string | null }): string {
  if (opened === null) return 'No night was ever opened.'
  return opened >= night
    ? 'It was opened, and has no report.'
    : `It was never opened: the last one that was is ${opened}.`
}
