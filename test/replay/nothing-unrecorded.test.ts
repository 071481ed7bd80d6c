import { globSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { createActivities } from '../../activities/index.ts'
import { connect } from '../../archive/connection/connect.ts'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { loadConfig } from '../../workers/config/config.ts'
import { makeTools } from '../../workers/tools.ts'
import * as workflows from '../../workflows/index.ts'
import type { Fact } from './contents.ts'
import { heldFacts } from './held-facts.ts'
import { paths } from './paths.ts'
import { readRecording } from './recording.ts'

const archive = postgresArchive(connect({ url: inject('databaseUrl') }).db)
const tools = makeTools(loadConfig('nightjar.example.toml'), archive)
const activities = Object.keys(createActivities(tools))
const looks = activities.filter((name) => name.startsWith('observe'))
const workflowCode = globSync('workflows/**/*.ts').map((file) => readFileSync(file, 'utf8'))

let facts: ReadonlySet<Fact>

beforeAll(async () => {
  const recordings = await Promise.all(paths.map(({ name }) => readRecording(name)))
  facts = new Set(recordings.flatMap(heldFacts))
})

/** What no history holds: one sentence for each pattern that fits no fact. */
function unheld(patterns: readonly string[]): readonly string[] {
  return patterns
    .filter((pattern) => ![...facts].some((fact) => new RegExp(`^${pattern}$`).test(fact)))
    .map((pattern) => `no history holds: ${pattern}`)
}

/** The names of all signals, queries or updates that the workflows define; the code of one without a name. */
function defined(kind: 'Signal' | 'Query' | 'Update'): readonly string[] {
  return workflowCode.flatMap((code) =>
    [...code.matchAll(new RegExp(`\\bdefine${kind}[<(]`, 'g'))].map(({ index }) => {
      const definition = code.slice(index, index + 300)
      return /^\w+(?:<[^]*?>)?\(\s*'([^']+)'/.exec(definition)?.[1] ?? definition
    }),
  )
}

/** The words of a union in a source file. */
function wordsOf(file: string, union: RegExp): readonly string[] {
  const [, text = ''] = union.exec(readFileSync(file, 'utf8')) ?? []
  return [...text.matchAll(/'([a-z-]+)'/g)].map(([, word = '']) => word)
}

describe('among the recorded histories', () => {
  test('each workflow runs in one', () => {
    const names = Object.keys(workflows)

    expect(names).toContain('nightly')
    expect(unheld(names.map((name) => `workflow ${name}`))).toEqual([])
  })

  test('each activity answers in one, and fails in another', () => {
    expect(activities.length).toBeGreaterThan(5)
    expect(unheld(activities.map((name) => `activity ${name} completed.*`))).toEqual([])
    expect(unheld(activities.map((name) => `activity ${name} (failed|timed out): .*`))).toEqual([])
  })

  test('each look is ended by a signal in one', () => {
    expect(looks.length).toBeGreaterThan(3)
    expect(unheld(looks.map((look) => `activity ${look} cancelled`))).toEqual([])
    expect(unheld(looks.map((look) => `signal composeChanged while ${look}`))).toEqual([])
  })

  test('each signal, query and update of the workflows comes in one', () => {
    expect(defined('Signal')).toContain('composeChanged')
    expect(defined('Query')).toContain('progress')
    expect(
      unheld([
        ...defined('Signal').map((name) => `signal ${name} while .*`),
        ...defined('Query').map((name) => `query ${name}`),
        ...defined('Update').map((name) => `update ${name} completed`),
      ]),
    ).toEqual([])
  })

  test('each outcome of a night is in one', () => {
    const outcomes = [
      ...wordsOf('report/outcome.ts', /const nightOutcomes =([^]*?)\]/),
      ...wordsOf('workflows/night-run.ts', /outcome: NightOutcome \|(.*)/),
    ]

    expect(outcomes).toEqual(expect.arrayContaining(['tested', 'covered']))
    expect(unheld(outcomes.map((outcome) => `run completed: ${outcome}, .*`))).toEqual([])
    expect(unheld(['run failed: .*', 'run cancelled'])).toEqual([])
  })

  test('each outcome of a post is in one', () => {
    const kinds = wordsOf('jobs/plan/post.ts', /type PostOutcome =([^]*)/)

    expect(kinds).toContain('scheduled')
    expect(unheld(kinds.map((kind) => `post ${kind}`))).toEqual([])
  })

  test('a night is opened in one, and was open already in another', () => {
    expect(unheld(['child nightly started', 'child nightly refused'])).toEqual([])
  })
})
