import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { NativeConnection, Worker } from '@temporalio/worker'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { connectClient } from '../../workers/temporal/temporal.ts'
import { workflowBundle } from '../night/stage.ts'
import { differences, factsOf } from './contents.ts'
import { heldFacts } from './held-facts.ts'
import { paths } from './paths.ts'
import { longestMs, recordPath, type Studio } from './record-path.ts'
import { folder, formatRecording, parseRecording, recordedId, writeRecording } from './recording.ts'

let studio: Studio

beforeAll(async () => {
  const address = inject('temporalAddress')
  studio = {
    client: await connectClient({ options: { address }, namespace: 'default', ui: null }),
    connection: await NativeConnection.connect({ address }),
    workflowBundle: workflowBundle(),
  }
})

afterAll(async () => {
  await removeForgotten()
  await studio.client.connection.close()
  await studio.connection.close()
})

/** The histories of paths that are gone. */
async function removeForgotten(): Promise<void> {
  const known = new Set(paths.map(({ name }) => `${name}.json`))
  const forgotten = (await readdir(folder)).filter((file) => !known.has(file))
  await Promise.all(forgotten.map((file) => rm(join(folder, file))))
}

/** Not in the suite: `NIGHTJAR_RECORD=1 bin/test test/replay/record` records every path; see README.md. */
describe.concurrent('recording', () => {
  test.each(paths)('of the path $name', { timeout: longestMs + 60_000 }, async (path) => {
    const { recording, failure, unused } = await recordPath(studio, path)
    // What is checked is what will be read.
    const kept = parseRecording(formatRecording(recording))

    const { name, start, holds } = path
    const wrong = [
      ...differences(name, factsOf(start.workflow, holds), heldFacts(kept)),
      ...unused.map((step) => `the workflow of ${name} did not come to ${step}`),
    ]
    const why = wrong.length > 0 && failure !== null ? [`the run of ${name} failed: ${failure}`] : []
    expect([...wrong, ...why]).toEqual([])
    await Worker.runReplayHistory({ workflowBundle: studio.workflowBundle }, kept.history, recordedId(name))
    await writeRecording(name, recording)
  })
})
