import type { ReceivedMail } from '../../lab/mail/received-mail.ts'
import type { NightProgress, StageRecord } from '../../workflows/stage.ts'

/** Prints a line whenever a stage has a new answer. */
export function nightTeller(write: (line: string) => void): (progress: NightProgress) => void {
  const startedAt = performance.now()
  const told = new Map<string, string>()
  return ({ stream, stages }) => {
    for (const stage of stages.filter(hasSpoken)) {
      const sentence = `${stage.state} ${stage.lastAnswer}`
      const key = `${stream} ${stage.name}`
      if (told.get(key) === sentence) continue
      told.set(key, sentence)
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)
      write(`${seconds} s  ${stream.padEnd(8)}  ${stage.name.padEnd(8)}  ${mark(stage)} ${stage.lastAnswer}`)
    }
  }
}

/** A mail in a frame. */
export function framed({ from, to, date, subject, text }: ReceivedMail): string {
  const rule = '─'.repeat(78)
  const head = [`From: ${from}`, `To: ${to}`, `Date: ${date}`, `Subject: ${subject}`]
  return [rule, ...head, '', text.trimEnd(), rule].join('\n')
}

function hasSpoken({ lastAnswer }: StageRecord): boolean {
  return lastAnswer !== ''
}

function mark({ state }: StageRecord): string {
  if (state === 'done') return '✓'
  return state === 'gave-up' ? '✗' : '…'
}
