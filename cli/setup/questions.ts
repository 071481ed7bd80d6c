import { commaList } from '../../compose/images/image-filter.ts'
import { isDatabase, isHostAndPort, isPlace, keyTakes, rootKeyTakes, type Check } from './check-answer.ts'

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

/** What an answer is for. */
export type AnswerKey = Exclude<keyof InitAnswers, 'system' | 'user'>

/** A question at a terminal. */
export interface Question {
  readonly words: string
  /** What Enter answers. */
  readonly usual: string
  readonly check: Check
  readonly isHidden?: true
}

/** Machine or user. */
export const placeQuestion: Question = {
  words: 'For the whole machine, or for this user?',
  usual: process.getuid?.() === 0 ? 'machine' : 'user',
  check: isPlace,
}

const same = (answer: string): string => answer

/** What a set-up needs, and the option that answers it. */
export const questions: Readonly<Record<AnswerKey, Question & { readonly option: string }>> = {
  openqaUrl: {
    option: '--openqa-url',
    words: 'openQA',
    usual: 'https://openqa.fedoraproject.org',
    check: keyTakes('openqa', 'url', same),
  },
  arches: {
    option: '--arches',
    words: 'Arches that are tested, with commas',
    usual: 'x86_64',
    check: keyTakes('openqa', 'arches', commaList),
  },
  temporal: {
    option: '--temporal',
    words: 'Temporal server, host:port',
    usual: '127.0.0.1:7233',
    check: isHostAndPort,
  },
  temporalUi: {
    option: '--temporal-ui',
    words: "URL of Temporal's web UI",
    usual: '',
    check: rootKeyTakes('temporal_ui'),
  },
  databaseUrl: {
    option: '--database-url',
    words: 'PostgreSQL database, postgresql://user:password@host/nightjar',
    usual: '',
    check: isDatabase,
    isHidden: true,
  },
  mailHost: { option: '--mail-host', words: 'Mail server for the reports', usual: '', check: () => null },
  mailFrom: {
    option: '--mail-from',
    words: 'Sender of the mails, Name <address>',
    usual: '',
    check: keyTakes('mail', 'from', same),
  },
  mailTo: {
    option: '--mail-to',
    words: 'Recipients, with commas',
    usual: '',
    check: (answer) =>
      answer === '' ? 'expected at least one mail address' : keyTakes('mail', 'to', commaList)(answer),
  },
}
