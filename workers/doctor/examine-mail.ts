import { ClientFailure } from '../../clients/failure.ts'
import { probeMail } from '../../clients/mail/mail-probe.ts'
import type { RefusedRecipient } from '../../clients/mail/refused-recipients.ts'
import type { Settings } from '../config/config.ts'
import { mailServerOf } from '../config/mail-server.ts'
import { noAnswer, ok, problem, wordsOf, type Examined, type Diagnosis } from './diagnosis.ts'
import { examineLostMails } from './examine-lost-mails.ts'
import { requestMs } from './finding-of.ts'

const about = 'mail'

/** Whether the mail server would take a mail to everybody who may get one, and which were lost. */
export async function examineMail(settings: Settings): Promise<Examined> {
  const [server, lost] = await Promise.all([examineServer(settings), examineLostMails(settings)])
  return { findings: [...server.findings, ...(settings.mail === undefined ? [] : lost)], clocks: [] }
}

async function examineServer({ mail }: Pick<Settings, 'mail'>): Promise<Examined> {
  if (mail === undefined)
    return { findings: [ok(about, 'none is configured: reports are only in the archive')], clocks: [] }
  const server = mailServerOf(mail, requestMs)
  if (mail.user !== undefined && server.password === undefined) {
    const todo = 'set NIGHTJAR_SMTP_PASSWORD'
    return { findings: [problem(about, `there is no password for the user ${mail.user}`, todo)], clocks: [] }
  }
  const recipients = [
    ...new Set([...mail.to, ...(mail.alarm_to ?? []), ...mail.rules.flatMap(({ to }) => to)]),
  ]
  try {
    const refused = await probeMail(server, { from: mail.from, recipients })
    return { findings: findingsOf(recipients.length, refused, `${mail.host}:${mail.port}`), clocks: [] }
  } catch (thrown) {
    return { findings: [failed(thrown)], clocks: [] }
  }
}

function findingsOf(
  count: number,
  refused: readonly RefusedRecipient[],
  place: string,
): readonly Diagnosis[] {
  if (refused.length === 0)
    return [
      ok(
        about,
        `${place} takes mail for ${count === 1 ? 'the one recipient' : `all ${count} recipients`}; none was sent`,
      ),
    ]
  return refused.map(({ recipient, forGood, said }) =>
    forGood
      ? problem(
          about,
          `${place} refuses ${recipient}: ${said}`,
          'correct the address in [mail], or the mail server',
        )
      : noAnswer(about, `${place} does not take mail for ${recipient} now: ${said}`, 'try again later'),
  )
}

function failed(thrown: unknown): Diagnosis {
  const isSilent = thrown instanceof ClientFailure && thrown.kind === 'unreachable'
  return isSilent
    ? noAnswer(about, thrown.message, 'look at the mail server, and at host and port in [mail]')
    : problem(about, wordsOf(thrown), 'correct [mail], NIGHTJAR_SMTP_PASSWORD or the mail server')
}
