import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openServerLog, type ServerLog } from '../../../workers/postgres/server-log.ts'

const locked = '2026-11-26 04:53:09.269 UTC [29770] FATAL:  lock file "postmaster.pid" already exists\n'
const inUse =
  '2026-11-26 04:53:09.269 UTC [29770] FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use\n'
const full =
  '2026-11-26 04:53:09.269 UTC [29770] FATAL:  could not write lock file: No space left on device\n'

let folder: string
let log: ServerLog

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightjar-log-'))
  log = openServerLog(join(folder, 'postgres.log'))
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('the log of a server', () => {
  test.for([
    { line: locked, tells: true },
    { line: inUse, tells: true },
    { line: full, tells: false },
  ])('tells whether a start failed on another server: $tells for $line', ({ line, tells }) => {
    log.mark()
    appendFileSync(log.path, line)

    expect(log.tellsOfAnother()).toBe(tells)
  })

  test('does not count what was written before the mark', () => {
    appendFileSync(log.path, locked)
    log.mark()
    appendFileSync(log.path, full)

    expect(log.tellsOfAnother()).toBe(false)
  })

  test('shows its last eight lines, also of an earlier start', () => {
    appendFileSync(
      log.path,
      Array.from({ length: 200 }, (_, at) => `line ${at} of a log that is long\n`).join(''),
    )
    log.mark()

    const lines = log.lastLines().split('\n')

    expect(lines).toHaveLength(8)
    expect(lines.at(-1)).toBe('  line 199 of a log that is long')
  })
})
