import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { rsyncOutcome } from '../../clients/rsync/rsync-answer.ts'

const folder = fileURLToPath(new URL('../../../shared/data/rsync/', import.meta.url))
const recorded = existsSync(`${folder}cases.json`)

interface Case {
  readonly name: string
  readonly exit: number
  readonly stdout: string
  readonly stderr?: string
}

test.skipIf(!recorded)('every recorded call of rsync that did not succeed is told apart', () => {
  const cases: readonly Case[] = JSON.parse(readFileSync(`${folder}cases.json`, 'utf8'))

  const outcomes = cases.map(({ name, exit, stdout, stderr }) => {
    const said = stderr === undefined ? '' : readFileSync(folder + stderr, 'utf8')
    const bytes = statSync(folder + stdout).size
    const outcome = rsyncOutcome({ kind: 'exited', code: exit, bytes, stderr: said }, 'rsync://lab/x/')
    return [name, outcome.kind === 'failed' ? outcome.failure : outcome.kind]
  })

  expect(Object.fromEntries(outcomes.filter(([, kind]) => kind !== 'listed'))).toEqual({
    absent: 'absent',
    'absent-file': 'absent',
    partial: 'partial',
    busy: 'unreachable',
    refused: 'unreachable',
    silent: 'unreachable',
    deadline: 'unreachable',
    'closed-early': 'unreachable',
    'unknown-module': 'refused',
    'auth-failed': 'refused',
    'access-denied': 'refused',
    'module-folder-missing': 'refused',
    'bad-greeting': 'garbled',
  })
})
