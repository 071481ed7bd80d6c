import type { StageTiming } from '../outcome.ts'
import { safeLine } from '../../compose/safe-line.ts'
import { wrap } from './wrap.ts'

interface PastStage extends StageTiming {
  readonly since: string
  readonly until: string
}

const indent = ' '.repeat(37)

/** When each stage ran, how long it took and its last answer: for nights in which a stage went wrong. */
export function stageLines(stages: readonly StageTiming[]): readonly string[] {
  return over(stages).flatMap(({ name, since, until, lastAnswer }) => {
    const span = `${timeOf(since)} - ${timeOf(until)}`
    const took = durationOf(since, until)
    const [first = '', ...rest] = wrap(lastAnswer, indent)
    return [
      `  ${safeLine(name, 9).padEnd(10)}${span.padEnd(15)}${took.padStart(8)}  ${first.trimStart()}`.trimEnd(),
      ...rest,
    ]
  })
}

/** When the stages ended and how long they took, in one sentence: for nights without trouble. */
export function stageSentence(stages: readonly StageTiming[]): string {
  return over(stages)
    .map(({ name, since, until }) => `${name} until ${timeOf(until)} (${durationOf(since, until)})`)
    .join(', ')
}

/** The stages that are over: the report's own is not when its text is written. */
function over(stages: readonly StageTiming[]): readonly PastStage[] {
  return stages.filter((stage): stage is PastStage => stage.since !== null && stage.until !== null)
}

function timeOf(iso: string): string {
  return /^[\dT:.-]+Z$/.test(iso) ? iso.slice(11, 16) : '?'
}

function durationOf(since: string, until: string): string {
  const seconds = Math.round((Date.parse(until) - Date.parse(since)) / 1000)
  if (!(seconds >= 0)) return '?'
  if (seconds < 100) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 100
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)}h${String(minutes % 60).padStart(2, '0')}`
}
