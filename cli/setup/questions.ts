import { commaList } from '../../compose/images/image-filter.ts'
import type { Questions } from './ask.ts'
import type { NewSetup } from './new-setup.ts'

/** The answers that options gave. */
export interface InitAnswers {
  readonly system?: boolean
  readonly user?: boolean
  readonly openqaUrl?: string
  readonly arches?: string
  readonly temporal?: string
  readonly temporalUi?: string
  readonly databaseUrl?: string
  readonly mailHost?: string
  readonly mailFrom?: string
  readonly mailTo?: string
}

/** Asks with what is usual; without a terminal that is the answer. */
type Ask = Pick<Questions, 'ask' | 'askHidden'>

/** Takes what is usual for every answer that no option gives. */
export const usualAnswers: Ask = { ask: async (_, usual) => usual, askHidden: async () => '' }

/** Everything that a set-up needs, asking for what no option gives. */
export async function decide(given: InitAnswers, { ask, askHidden }: Ask): Promise<NewSetup> {
  const usualPlace = process.getuid?.() === 0 ? 'machine' : 'user'
  const named = given.system ? 'machine' : given.user ? 'user' : null
  const where = named ?? (await ask('For the whole machine, or for this user?', usualPlace))
  const openqaUrl = given.openqaUrl ?? (await ask('openQA', 'https://openqa.fedoraproject.org'))
  const arches = given.arches ?? (await ask('Arches that are tested, with commas', 'x86_64'))
  const temporal = given.temporal ?? (await ask('Temporal server, host:port', '127.0.0.1:7233'))
  const temporalUi = given.temporalUi ?? (await ask("URL of Temporal's web UI", ''))
  const database = 'PostgreSQL database, postgresql://user:password@host/nightjar'
  const databaseUrl = given.databaseUrl ?? (await askHidden(database))
  return {
    where: where.startsWith('m') ? 'machine' : 'user',
    openqaUrl,
    arches: commaList(arches),
    temporal,
    temporalUi: temporalUi || null,
    databaseUrl: databaseUrl || null,
    mail: await mailOf(given, ask),
  }
}

async function mailOf(given: InitAnswers, ask: Questions['ask']): Promise<NewSetup['mail']> {
  const host = given.mailHost ?? (await ask('Mail server for the reports', ''))
  if (host === '') return null
  const from = given.mailFrom ?? (await ask('Sender of the mails, Name <address>', ''))
  const to = given.mailTo ?? (await ask('Recipients, with commas', ''))
  return {
    host,
    from,
    to: to
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
  }
}
