import type { Activities } from '../../activities/activities.ts'
import type { Night } from '../../compose/naming/night.ts'
import type { delivery } from '../../workflows/delivery/delivery.ts'
import type { watchCandidates } from '../../workflows/candidates/watch-candidates.ts'
import type { messages } from '../../workflows/messages/messages.ts'
import type { nightly } from '../../workflows/nightly.ts'
import type { openNight } from '../../workflows/open-night.ts'
import type { Patience } from '../../workflows/patience.ts'
import type { respins } from '../../workflows/respins/respins.ts'
import { reportInput } from '../activities/report-input.ts'
import type { StatedContents } from './contents.ts'
import type { Step } from './steps.ts'

/** One of the activities of a night. */
export type ActivityName = keyof Activities

/** What an activity answers. */
export type AnswerOf<Name extends ActivityName> = Awaited<ReturnType<Activities[Name]>>

/** One post of a path's plan, and what is done for it. */
export interface PostScript {
  readonly flavor: string
  readonly schedulePost?: readonly Step<AnswerOf<'schedulePost'>>[]
  readonly observePost?: readonly Step<AnswerOf<'observePost'>>[]
}

/**
 * What the activities of a path do, one step for each time that the workflow schedules one. What is not
 * scripted, and what is scheduled after the last step, answers as on a night on which nothing goes wrong.
 */
export type Script = {
  readonly [Name in Exclude<ActivityName, 'schedulePost' | 'observePost'>]?: readonly Step<AnswerOf<Name>>[]
} & { readonly posts?: readonly PostScript[] }

/** The workflow of a path, with its input. */
export type Start =
  | {
      readonly workflow: 'nightly'
      readonly input: Parameters<typeof nightly>[0]
      /** The first edition has a delivery before. */
      readonly delivered?: true
    }
  | { readonly workflow: 'delivery'; readonly input: Parameters<typeof delivery>[0] }
  | { readonly workflow: 'messages'; readonly input: Parameters<typeof messages>[0] }
  | { readonly workflow: 'respins'; readonly input: Parameters<typeof respins>[0] }
  | { readonly workflow: 'watchCandidates'; readonly input: Parameters<typeof watchCandidates>[0] }
  | {
      readonly workflow: 'openNight'
      readonly input: Parameters<typeof openNight>[0]
      /** ISO, when its Schedule was due. Null: a person starts it, and it is the night of today. */
      readonly due: string | null
      /** A night that is started before. */
      readonly before: Night | null
    }

/** One way through a workflow: how it comes about, and what its history must hold. */
export interface Path {
  /** Says what is in the history: it is the name of its file. */
  readonly name: string
  readonly start: Start
  readonly script: Script
  readonly holds: StatedContents
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Looks of which none is late, however busy the machine is. */
const ample = { deadlineMs: hour, lapMs: 10 * minute, lookMs: minute }

/** A stage that ends at its deadline after one look, without a wait: there is no time left for a second. */
export const oneLook: Patience['find'] = { deadlineMs: hour, lapMs: hour, lookMs: hour }

/** The timeout of a call that gets no answer, in real time. A busy machine must answer all others in it. */
export const silenceMs: number = 40 * second

/** A stage whose laps last as long as {@link silenceMs}. */
export const shortLaps: Patience['find'] = { deadlineMs: hour, lapMs: silenceMs, lookMs: silenceMs / 3 }

/** A stage whose deadline passes while nobody answers. */
export const soonOver: Patience['find'] = { deadlineMs: silenceMs, lapMs: silenceMs, lookMs: silenceMs / 3 }

const patience: Patience = {
  find: ample,
  complete: ample,
  schedule: ample,
  await: ample,
  watch: ample,
  openMs: hour,
  respins: oneLook,
  callMs: 5 * minute,
  actMs: 5 * minute,
  settleMs: minute,
  sendMs: 5 * minute,
  deliverMs: hour,
}

/** A night of Rawhide, with other patience than ample where it is given. */
export function rawhideNight(otherwise: Partial<Patience> = {}): Extract<Start, { workflow: 'nightly' }> {
  const night = { stream: 'rawhide', date: '2026-05-10' } as const
  return { workflow: 'nightly', input: { night, patience: { ...patience, ...otherwise } } }
}

/** A night that tests one compose and no other. */
export function nightOf(compose: string): Start {
  const night = { stream: 'rawhide', date: '2026-05-10' } as const
  return { workflow: 'nightly', input: { night, compose, patience } }
}

/** What opens a night of Rawhide. */
export function opener(due: string | null, before: Night | null = null): Start {
  return { workflow: 'openNight', input: { stream: 'rawhide', patience }, due, before }
}

/** What opens a night of ELN, which has four due hours a day. */
export function hourlyOpener(due: string | null): Start {
  const at = ['02:00', '14:00', '18:00', '22:00']
  return {
    workflow: 'openNight',
    input: { stream: 'eln', patience, due: { at, zone: 'UTC' } },
    due,
    before: null,
  }
}

/** The watch for respins of a compose. */
export function respinsOf(compose: string): Start {
  const night = { stream: 'rawhide', date: '2026-05-10' } as const
  const after = { compose, run: 'nightly/rawhide/2026-05-10' }
  const brief = { deadlineMs: 300, lapMs: 300, lookMs: 100 }
  return { workflow: 'respins', input: { night, after, patience: { ...patience, respins: brief } } }
}

/** A watch for candidates that ends after a look that finds none. */
export function candidatesWatch(): Start {
  return { workflow: 'watchCandidates', input: { patience } }
}

/** The run of a candidate. */
export function candidateNight(compose: string): Start {
  const night = { stream: 'candidate', date: '2026-05-10' } as const
  return { workflow: 'nightly', input: { night, compose, patience } }
}

/** The delivery of a report, with other patience where it is given; its pauses are short. */
export function deliveryOf(otherwise: Partial<Patience> = {}): Extract<Start, { workflow: 'delivery' }> {
  const brief = { ...patience, schedule: { ...ample, lookMs: 100 }, settleMs: 200 }
  return {
    workflow: 'delivery',
    input: {
      report: {
        run: 'nightly/rawhide/2026-05-10',
        edition: 1,
        recorded: true,
        report: reportInput('2026-05-10'),
      },
      subject: 'the night ended absent',
      patience: { ...brief, ...otherwise },
    },
  }
}

/** The delivery of a report on a channel other than mail. */
export function channelDelivery(otherwise: Partial<Patience> = {}): Extract<Start, { workflow: 'delivery' }> {
  const { workflow, input } = deliveryOf(otherwise)
  return { workflow, input: { ...input, channel: 'qa-hook' } }
}

/** What sends the messages of a night that says one thing and no more. */
export function messagesOf(otherwise: Partial<Patience> = {}): Extract<Start, { workflow: 'messages' }> {
  const night = { stream: 'rawhide', date: '2026-05-10' }
  const speaking = { night, run: 'nightly/rawhide/2026-05-10', temporalRun: 'the-run' }
  const first = { n: 1, at: '2026-05-10T05:15:00.000Z', compose: null, event: { kind: 'open' } } as const
  const schedule = { ...ample, lookMs: 1000 }
  return {
    workflow: 'messages',
    input: { speaking, first, patience: { ...patience, schedule, ...otherwise } },
  }
}
