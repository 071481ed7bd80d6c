import { defineSignal, setHandler } from '@temporalio/workflow'
import type { HeardInLap, News, Telling } from '../../activities/lap/news.ts'
import type { Tokens } from '../../activities/lap/tokens.ts'
import type { NightRecorder } from '../details/night-recorder.ts'
import { now } from '../now.ts'
import type { StageName } from '../stage.ts'
import { isNews } from './read-news.ts'

/** What a look of the night heard, told by the look itself: it changes what the night shows, and no more. */
const heard = defineSignal<[News]>('heard')

/** Hears what the looks of a night tell before their lap ends. */
export interface Hearing {
  /** A lap begins. Only one lap at a time has the tokens. */
  begin(stage: StageName, hear: (news: News) => void): OpenLap
}

/** A lap that is under way. */
export interface OpenLap {
  readonly telling: Telling
  /** The lap is over; null if its last look is not known. */
  end(last: HeardInLap | null): void
}

/** What a night uses to hear. */
export interface HearingParts {
  readonly recorder: Pick<NightRecorder, 'sinceOf' | 'count'>
  /** The longest lap: the longer laps are, the less history there is to be. */
  readonly lapMs: number
}

/** What is known of the last look of a stage since it began. */
type Known = Pick<Telling, 'told' | 'unansweredSince' | 'since'>

/**
 * Registers the signal's handler. With laps of three hours there is a token each 45 minutes, and five minutes
 * from one to the next: at most twenty signals in twelve hours, of four events each.
 */
export function openHearing({ recorder, lapMs }: HearingParts): Hearing {
  let tokens: Tokens = { fullAt: iso(), notBefore: iso(), everyMs: lapMs / 4, gapMs: lapMs / 36 }
  const known = new Map<StageName, Known>()
  let teller: { readonly stage: StageName; readonly hear: (news: News) => void } | null = null
  const learn = (stage: StageName, { told, unansweredSince }: HeardInLap) =>
    known.set(stage, { told, unansweredSince, since: recorder.sinceOf(stage) })
  setHandler(
    heard,
    (news: unknown) => {
      if (!isNews(news)) return
      tokens = lessOf(tokens, news.tokens)
      if (teller === null || teller.stage !== news.stage) return
      learn(teller.stage, news)
      if (news.jobs) recorder.count(news.jobs)
      teller.hear(news)
    },
    { description: 'For the looks of the night itself: what one heard. People send composeChanged.' },
  )
  return {
    begin(stage, hear) {
      const own = { stage, hear }
      const mayTell = teller === null
      if (mayTell) teller = own
      const since = recorder.sinceOf(stage)
      const before = known.get(stage)
      const last = before?.since === since ? before : { told: null, unansweredSince: null, since }
      return {
        telling: { ...last, tokens: mayTell ? tokens : null },
        end(look) {
          if (teller === own) teller = null
          if (look !== null) learn(stage, look)
        },
      }
    },
  }
}

/** The tokens after news: nobody gets any back. */
function lessOf(own: Tokens, { fullAt, notBefore }: Tokens): Tokens {
  const most = new Date(now() + 4 * own.everyMs).toISOString()
  const longest = new Date(now() + own.gapMs).toISOString()
  return {
    ...own,
    fullAt: earlier(later(own.fullAt, fullAt), most),
    notBefore: earlier(later(own.notBefore, notBefore), longest),
  }
}

function later(one: string, other: string): string {
  return Date.parse(one) > Date.parse(other) ? one : other
}

function earlier(one: string, other: string): string {
  return Date.parse(one) < Date.parse(other) ? one : other
}

function iso(): string {
  return new Date(now()).toISOString()
}
