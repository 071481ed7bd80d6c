import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'smol-toml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPostAnswer, type PostAnswer } from '../../jobs/plan/post-answer.ts'
import { nightjar } from '../cli/nightjar.ts'
import { realComposes } from '../compose/real-composes.ts'
import { newerThan2019 } from '../jobs/newer-than-2019.ts'
import { templates2019 } from '../recorded/templates-2019.ts'
import { realOpenQa } from './real-openqa.ts'

/** How many jobs openQA has to make of each `<flavor> <arch>`. */
const jobsOf2019: ReadonlyMap<string, number> = new Map(
  [...Map.groupBy(templates2019.JobTemplates, ({ product: { flavor, arch } }) => `${flavor} ${arch}`)].map(
    ([name, own]) => [name, own.length],
  ),
)

const ready = realOpenQa.url !== ''

describe.skipIf(!ready)('plans on openQA with templates of 2019 (run-templates-2019.ts starts one)', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nightjar-plan-'))
    const { url, key, secret } = realOpenQa
    await writeFile(join(folder, 'client.conf'), `[127.0.0.1]\nkey = ${key}\nsecret = ${secret}\n`)
    // openQA fetches what it is posted, and shall not find it.
    const nowhere = 'http://127.0.0.1:9'
    const settings = {
      compose: { tree: `${nowhere}/compose`, releases: `${nowhere}/release.json` },
      openqa: { url, arches: ['x86_64', 'aarch64', 'ppc64le'] },
    }
    await writeFile(join(folder, 'nightjar.toml'), stringify(settings))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test.each(realComposes.filter(({ release }) => release === 30 || release === 42))(
    'the lines for $id, pasted into a shell, make every job of every flavor that was known then',
    async ({ id, text: imagesJson }) => {
      const file = join(folder, 'images.json')
      await writeFile(file, imagesJson)
      const { stdout } = await nightjar('plan', file, '--config', join(folder, 'nightjar.toml'))

      const answers = await paste(stdout, folder)

      const names = namesIn(stdout)
      const made = names.map((name, at) => [name, jobsIn(answers[at])] as const)
      console.log(toldOf(id, made))
      expect(made).toEqual(names.map((name) => [name, jobsOf2019.get(name) ?? 'no products found']))
      const refused = made.flatMap(([name, jobs]) => (typeof jobs === 'number' ? [] : [name]))
      expect(refused.filter((name) => !(name in newerThan2019))).toEqual([])
      expect(refused.length).toBeLessThan(made.length / 2)
    },
  )
})

/** Runs lines in a shell, with the key in openQA's own place; returns openQA's answer to each. */
async function paste(lines: string, conf: string): Promise<readonly PostAnswer[]> {
  const env = { ...process.env, OPENQA_CONFIG: conf }
  const shell = spawn('bash', [], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  shell.stdin.end(lines)
  const said = await text(shell.stdout)
  return said
    .trim()
    .split('\n')
    .map((line) => readPostAnswer(JSON.parse(line)))
}

function namesIn(lines: string): readonly string[] {
  return [...lines.matchAll(/ FLAVOR=(\S+) ARCH=(\S+) /g)].map(([, flavor, arch]) => `${flavor} ${arch}`)
}

function jobsIn(answer: PostAnswer | undefined): number | string {
  if (answer?.kind === 'scheduled') return answer.ids.length
  return answer?.kind === 'refused' ? answer.why.replace(/ for .*/, '') : JSON.stringify(answer)
}

function toldOf(compose: string, made: readonly (readonly [string, number | string])[]): string {
  const lines = made.map(([name, jobs]) =>
    typeof jobs === 'number' ? `  ${name}: ${jobs} jobs` : `  ${name}: ${jobs}; ${newerThan2019[name]}`,
  )
  return [compose, ...lines].join('\n')
}
