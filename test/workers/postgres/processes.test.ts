import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { commandFromPs, commandOf } from '../../../workers/postgres/processes.ts'

test.for([
  { from: 'the system', commandIn: commandOf },
  { from: 'ps', commandIn: commandFromPs },
])(
  'the command of a process is told by $from; there is none for a process that has ended',
  ({ commandIn }) => {
    expect(commandIn(process.pid)).toContain('node')
    expect(commandIn(spawnSync('true').pid)).toBeNull()
  },
)
