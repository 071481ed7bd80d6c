import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { opener } from '../../cli/composes/open.ts'
import { parseComposeName } from '../../compose/naming/compose-name.ts'
import { composeUrl } from '../../compose/places/compose-url.ts'
import { smallFedora, type SmallFedora } from '../cli/small-fedora.ts'
import { tableOf } from '../markdown.ts'
import { imageLines, ourAnswers, questions, type Answers, type Question } from './answers.ts'
import { fingerprint } from './fingerprint.ts'
import { fedfindRecorded } from './recorded.ts'
import { subjects, type Subject } from './subjects.ts'
import { tree } from './tree.ts'

let fedora: SmallFedora

beforeAll(async () => {
  fedora = await smallFedora(Object.fromEntries(tree))
})

afterAll(() => fedora[Symbol.asyncDispose]())

test('fedfind was asked about today’s tree (if not: node test/fedfind/record.ts)', () => {
  expect(fedfindRecorded.asked).toBe(fingerprint())
  expect(fedfindRecorded.answers.map(({ name }) => name)).toEqual(subjects.map(({ name }) => name))
})

test('what the commands answer otherwise than fedfind is in golden/differences.txt', async () => {
  const all = await compared()

  await expect(all.flatMap(({ lines }) => lines).join('\n')).toMatchFileSnapshot('golden/differences.txt')
})

test('docs/fedfind.md says of each class which answers are equal, and why the others are not', async () => {
  const table = tableOf(readFileSync('docs/fedfind.md', 'utf8').split('## The same')[1] ?? '', 'class')

  const described = table.map(([name, , equal = '', why = '']) => ({
    name,
    equal: equal.split(', ').filter((word) => word !== ''),
    different: why.split('; ').flatMap((reason) => questionsOf(reason)),
  }))

  expect(described).toEqual(
    (await compared()).map(({ subject, different }) => ({
      name: subject.name,
      equal: questions.filter((each) => isAsked(subject, each) && !different.includes(each)),
      different,
    })),
  )
})

test.each(subjects.filter(({ word }) => word.startsWith('Fedora-') && !word.includes('EPEL')))(
  '$name has the same images by the URL of $word',
  async ({ word }) => {
    const { url } = fedora.server
    const { services } = opener({ config: configOf() }, [])
    const atUrl = composeUrl(parseComposeName(word), services.sites)

    expect(await imageLines(atUrl, url, configOf())).toEqual(await imageLines(word, url, configOf()))
  },
)

interface Compared {
  readonly subject: Subject
  readonly different: readonly Question[]
  readonly lines: readonly string[]
}

let answered: Promise<readonly Compared[]> | undefined

/** Both answers about each subject, compared once for all tests. */
function compared(): Promise<readonly Compared[]> {
  answered ??= Promise.all(subjects.map(compare))
  return answered
}

async function compare(subject: Subject): Promise<Compared> {
  const theirs = fedfindRecorded.answers.find(({ name }) => name === subject.name)
  if (theirs === undefined) throw new Error(`fedfind was not asked about ${subject.name}`)
  const ours = await ourAnswers(subject, fedora.server.url, configOf())
  const different = questions.filter(
    (each) => isAsked(subject, each) && JSON.stringify(ours[each]) !== JSON.stringify(theirs[each]),
  )
  return { subject, different, lines: differences(ours, theirs) }
}

function configOf(): string {
  const [, config = ''] = fedora.config
  return config
}

function isAsked({ search }: Subject, question: Question): boolean {
  return question !== 'find' || search !== null
}

/** The questions that a reason begins with: `previous, diff: the same`. */
function questionsOf(reason: string): readonly Question[] {
  const [words = ''] = reason.split(':')
  const named = words.split(', ')
  return questions.filter((each) => named.includes(each))
}

/** A line for each difference: a plus is what only ours has, a minus what only that of fedfind has. */
function differences(ours: Answers, theirs: Answers): readonly string[] {
  return questions.flatMap((question) => {
    const [plus, minus] = [wordsOf(ours[question]), wordsOf(theirs[question])]
    const lines = [
      ...plus.filter((word) => !minus.includes(word)).map((word) => `  + ${word}`),
      ...minus.filter((word) => !plus.includes(word)).map((word) => `  - ${word}`),
    ].map((line) => line.replaceAll(fedora.server.url, 'URL').replaceAll('\t', ' '))
    return lines.length === 0 ? [] : [`${ours.name}: ${question}`, ...lines]
  })
}

function wordsOf(answer: Answers['find']): readonly string[] {
  return typeof answer === 'object' && answer !== null ? answer : [String(answer)]
}
