import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { smallFedora, type SmallFedora } from '../cli/small-fedora.ts'
import { recordedJson } from '../recorded/read.ts'
import { answersSchema, ourAnswers, questions, type Answers } from './answers.ts'
import { fingerprint } from './fingerprint.ts'
import { subjects } from './subjects.ts'
import { tree } from './tree.ts'

const recorded = recordedJson(
  'fedfind.json',
  z.object({ asked: z.string(), answers: z.array(answersSchema) }),
)

let fedora: SmallFedora

beforeAll(async () => {
  fedora = await smallFedora(Object.fromEntries(tree))
})

afterAll(() => fedora[Symbol.asyncDispose]())

test('fedfind was asked about today’s tree (if not: node test/fedfind/record.ts)', () => {
  expect(recorded.asked).toBe(fingerprint())
  expect(recorded.answers.map(({ name }) => name)).toEqual(subjects.map(({ name }) => name))
})

test('what the commands answer otherwise than fedfind is in golden/differences.txt', async () => {
  const lines: string[] = []
  for (const subject of subjects) {
    const theirs = recorded.answers.find(({ name }) => name === subject.name)
    if (theirs === undefined) throw new Error(`fedfind was not asked about ${subject.name}`)
    const [, config = ''] = fedora.config
    lines.push(...differences(await ourAnswers(subject, fedora.server.url, config), theirs))
  }

  await expect(lines.join('\n')).toMatchFileSnapshot('golden/differences.txt')
})

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
