import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { startLabResultsDb } from '../../../lab/resultsdb/server.ts'
import { recordedJson } from '../../recorded/read.ts'
import { answersOf } from './answers.ts'
import { questions } from './questions.ts'

/** An empty ResultsDB of the real program, for its answers. */
const real = process.env['NIGHTJAR_RESULTSDB']

test.skipIf(real === undefined)('a real ResultsDB gives the recorded answers', async () => {
  const answers = await answersOf(real ?? '', questions)
  if (process.env['NIGHTJAR_RECORD'] === '1')
    writeFileSync('test/recorded/resultsdb.json.gz', gzipSync(JSON.stringify(answers, null, 1)))

  expect(answers).toEqual(recorded())
})

test("the lab's ResultsDB gives the answers that the real one gave", async () => {
  const lab = await startLabResultsDb()
  onTestFinished(() => lab.close())

  expect(await answersOf(`${lab.url}/api/v2.0`, questions)).toEqual(recorded())
})

function recorded(): unknown {
  return recordedJson('resultsdb.json', z.array(z.unknown()))
}
