import { commaList } from '../../compose/images/image-filter.ts'
import { UsageError } from '../exit-code.ts'
import type { Questions } from './ask.ts'
import type { NewSetup } from './new-setup.ts'
import { placeQuestion, questions, type AnswerKey, type InitAnswers, type Question } from './questions.ts'

/** A person at a terminal. */
export type Person = Pick<Questions, 'ask' | 'askHidden' | 'say'>

/**
 * Everything that a set-up needs, asking a person for what no option gives, again where an answer is wrong.
 * Without a person every other answer is as usual. @throws UsageError that lists every wrong option
 */
export async function decide(given: InitAnswers, person: Person | null): Promise<NewSetup> {
  const mistakes = mistakesIn(given, person !== null)
  if (mistakes.length > 0) throw new UsageError(inLines(mistakes))
  const named = given.system ? 'machine' : given.user ? 'user' : null
  const where = named ?? (await answerTo(placeQuestion, person))
  const text = async (key: AnswerKey) => given[key] ?? (await answerTo(questions[key], person))
  const openqaUrl = await text('openqaUrl')
  const arches = commaList(await text('arches'))
  const temporal = await text('temporal')
  const temporalUi = await text('temporalUi')
  const databaseUrl = await text('databaseUrl')
  const host = await text('mailHost')
  const mail =
    host === '' ? null : { host, from: await text('mailFrom'), to: commaList(await text('mailTo')) }
  return {
    where: where.toLowerCase().startsWith('m') ? 'machine' : 'user',
    openqaUrl,
    arches,
    temporal,
    temporalUi: temporalUi || null,
    databaseUrl: databaseUrl || null,
    mail,
  }
}

const keys: readonly AnswerKey[] = [
  'openqaUrl',
  'arches',
  'temporal',
  'temporalUi',
  'databaseUrl',
  'mailHost',
  'mailFrom',
  'mailTo',
]

/** One line for each option that is wrong, or that is missing where nobody is asked. */
function mistakesIn(given: InitAnswers, isAsked: boolean): readonly string[] {
  const { mailHost, mailFrom, mailTo } = given
  const ofMail = mailHost ? [] : ['mailFrom', 'mailTo'].filter((key) => !(key in given))
  const wrong = keys
    .filter((key) => !ofMail.includes(key) && (!isAsked || given[key] !== undefined))
    .flatMap((key) => {
      const { option, check, usual } = questions[key]
      const mistake = check(given[key] ?? usual)
      return mistake === null ? [] : [`${option}: ${mistake}`]
    })
  const isLost = !isAsked && !mailHost && (mailFrom ?? mailTo) !== undefined
  return isLost ? [...wrong, '--mail-host: expected a mail server, as mails are to be sent'] : wrong
}

function inLines(mistakes: readonly string[]): string {
  const [only] = mistakes
  if (mistakes.length === 1 && only !== undefined) return only
  return [`${mistakes.length} options are wrong:`, ...mistakes.map((mistake) => `  ${mistake}`)].join('\n')
}

async function answerTo({ words, usual, check, isHidden }: Question, person: Person | null): Promise<string> {
  if (person === null) return usual
  for (;;) {
    const answer = await (isHidden ? person.askHidden(words) : person.ask(words, usual))
    const mistake = check(answer)
    if (mistake === null) return answer
    person.say(`  ${mistake}`)
  }
}
