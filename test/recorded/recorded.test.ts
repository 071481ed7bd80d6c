import { globSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parseImages } from '../../compose/images/images-json.ts'
import { realComposes } from '../compose/real-composes.ts'
import { recordedMessages } from '../compose/messages/recorded-messages.ts'
import { recordings } from '../contract/koji-recorded.ts'
import { rsyncCalls } from '../contract/rsync-recorded.ts'
import { tableOf } from '../markdown.ts'
import { recordedText } from './read.ts'
import { templates2019 } from './templates-2019.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const files = readdirSync(folder).filter((name) => name.endsWith('.gz'))

test('every recorded file is described in the README, and no other', () => {
  const described = tableOf(readFileSync(`${folder}README.md`, 'utf8'), 'file').map(([name]) => name)

  expect(new Set(described)).toEqual(new Set(files))
})

test('the recorded files take less than 1 MB', () => {
  const bytes = files.reduce((total, name) => total + statSync(folder + name).size, 0)

  expect(bytes).toBeLessThan(1_000_000)
})

test('no recorded file holds an e-mail address or the page of a person', () => {
  const personal = /[\w.+-]+@[\w-]+\.[a-z]{2,}|\b(?!someone\b)\w+\.fedorapeople\.org/gi

  const found = files.flatMap((name) => recordedText(name.replace(/\.gz$/, '')).match(personal) ?? [])

  expect(found).toEqual([])
})

test('the recorded files hold as many entries as were recorded', () => {
  expect({
    composes: realComposes.length,
    images: realComposes.flatMap(({ text }) => parseImages(text).images).length,
    koji: recordings.length,
    rsync: rsyncCalls.length,
    messages: recordedMessages.length,
    templates: templates2019.JobTemplates.length,
  }).toEqual({ composes: 10, images: 821, koji: 89, rsync: 28, messages: 49, templates: 376 })
})

test('no test reads a file outside of the repository', () => {
  const outside = globSync('{test,bench}/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/new URL\(\s*'([^']*)'/g)]
      .map(([, target = '']) => join(dirname(file), target))
      .filter((path) => path.startsWith('../'))
      .map((path) => `${file} reads ${path}`),
  )

  expect(outside).toEqual([])
})
