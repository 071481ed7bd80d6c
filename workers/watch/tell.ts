import { hostname } from 'node:os'
import { alarmLetter, type Alarm } from '../../report/alarm/alarm.ts'
import type { Settings } from '../config/config.ts'
import { deadlinesOf } from '../config/deadlines.ts'
import { mailOf } from '../tools.ts'
import { isTold, noteFile, readTold, withTold, writeTold, type ToldBefore } from './told-before.ts'

/** Who is told; null where no mail is configured, or none for alarms. */
export function alarmRecipients({ mail }: Pick<Settings, 'mail'>): readonly string[] | null {
  const to = mail?.alarm_to ?? mail?.to ?? []
  return to.length === 0 ? null : to
}

/** Who was told, and what went wrong. */
export interface ToldPeople {
  readonly mailed: readonly string[]
  readonly failures: readonly string[]
}

/** Mails the alarms that were not told before. An answer of the archive ends that it is away. */
export async function tellAlarms(
  settings: Settings,
  alarms: readonly Alarm[],
  nowMs: number,
): Promise<ToldPeople> {
  const file = noteFile(settings)
  const before = readTold(file)
  const isAway = alarms.some(({ kind }) => kind === 'archive-away')
  let told: ToldBefore = isAway ? before : { ...before, archive: undefined }
  const mailed = new Set<string>()
  const failures: string[] = []
  for (const alarm of alarms.filter((each) => !isTold(each, before, nowMs))) {
    const sent = await send(settings, alarm, nowMs)
    sent.mailed.forEach((one) => mailed.add(one))
    failures.push(...sent.failures)
    if (sent.mailed.length > 0) told = withTold(told, alarm, nowMs)
  }
  if (JSON.stringify(told) !== JSON.stringify(before)) failures.push(...write(file, told))
  return { mailed: [...mailed], failures }
}

async function send(settings: Settings, alarm: Alarm, nowMs: number): Promise<ToldPeople> {
  const mail = mailOf(settings, deadlinesOf(settings.patience).send)
  const to = alarmRecipients(settings)
  if (mail === null || to === null) return { mailed: [], failures: ['no mail is configured'] }
  const letter = alarmLetter(alarm, { host: hostname(), at: new Date(nowMs).toISOString() }, mail.sender)
  try {
    const { accepted, refused } = await mail.mailer.send({
      ...letter,
      html: null,
      json: null,
      to,
      recipients: to,
    })
    return {
      mailed: accepted,
      failures: refused.map(({ recipient, said }) => `${recipient} was refused: ${said}`),
    }
  } catch (error) {
    return { mailed: [], failures: [error instanceof Error ? error.message : String(error)] }
  }
}

function write(file: string, told: ToldBefore): readonly string[] {
  try {
    writeTold(file, told)
    return []
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [`it cannot be written down that this was told, so it will be told again: ${why}`]
  }
}
