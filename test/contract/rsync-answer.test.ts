import { expect, test } from 'vitest'
import { rsyncOutcome } from '../../clients/rsync/rsync-answer.ts'
import { rsyncCalls } from './rsync-recorded.ts'

test('every recorded call of rsync that did not succeed is told apart', () => {
  const outcomes = rsyncCalls.map(({ name, exit, stdout, stderr }) => {
    const outcome = rsyncOutcome(
      { kind: 'exited', code: exit, bytes: stdout.length, stderr },
      'rsync://lab/x/',
    )
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
