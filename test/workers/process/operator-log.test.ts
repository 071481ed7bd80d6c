import type { LogEntry, LogLevel } from '@temporalio/worker'
import { describe, expect, test } from 'vitest'
import { logOptions, operatorLog } from '../../../workers/process/operator-log.ts'

const night = 'nightly/rawhide/2026-11-24'

function entry(level: LogLevel, message: string, meta: object = {}): LogEntry {
  return { level, message, timestampNanos: 1_795_500_000_000_000_000n, meta: { ...meta } }
}

function lines(format: 'text' | 'json', level: LogLevel, ...entries: readonly LogEntry[]): readonly string[] {
  const written: string[] = []
  const logger = operatorLog({ format, level }, (line) => written.push(line))
  for (const { level: of, message, meta } of entries) logger.log(of, message, meta)
  return written.map((line) => line.replace(/20\d\d-\d\d-\d\d[T ][\d:.]+Z?/, 'TIME'))
}

describe('the log of a worker', () => {
  const begun = entry('INFO', 'await: begun', { workflowId: night, stage: 'await', taskQueue: 'nightjar' })

  test('is a line of text with the time and the night', () => {
    expect(lines('text', 'INFO', begun)).toEqual([`TIME ${night} await: begun`])
  })

  test('is a line of JSON with the same', () => {
    const [line = ''] = lines('json', 'INFO', begun)

    expect(JSON.parse(line)).toEqual({
      time: 'TIME',
      level: 'info',
      night,
      message: 'await: begun',
      stage: 'await',
    })
  })

  test('names the night of an activity, too, and the error', () => {
    const failed = entry('WARN', 'Activity failed', {
      workflowExecution: { workflowId: night, runId: 'r' },
      error: new Error('Koji is away'),
    })

    expect(lines('text', 'INFO', failed)).toEqual([`TIME ${night} WARN: Activity failed (Koji is away)`])
    expect(JSON.parse(lines('json', 'INFO', failed)[0] ?? '')).toMatchObject({ night, error: 'Koji is away' })
  })

  test('leaves out what the SDK says of itself, but not its warnings', () => {
    const state = entry('INFO', 'Worker state changed', { sdkComponent: 'worker' })
    const lost = entry('WARN', 'connection lost', { sdkComponent: 'core' })

    const none = entry('WARN', 'No workflows registered, not polling for workflow tasks')
    expect(lines('text', 'INFO', state, none, lost)).toEqual(['TIME WARN: connection lost'])
    expect(lines('text', 'DEBUG', state)).toEqual(['TIME Worker state changed'])
  })

  test('lets no outside text begin a line or move the cursor', () => {
    const [line] = lines('text', 'INFO', entry('INFO', 'a\n2026 b\u001b[2J'))

    expect(line).toBe('TIME a 2026 b [2J')
  })
})

describe('the options of the log', () => {
  test.each([
    [{}, true, { format: 'text', level: 'INFO' }],
    [{}, false, { format: 'json', level: 'INFO' }],
    [{ NIGHTJAR_LOG: 'json', NIGHTJAR_LOG_LEVEL: 'debug' }, true, { format: 'json', level: 'DEBUG' }],
  ] as const)('%o, terminal: %s', (environment, isTerminal, options) => {
    expect(logOptions(environment, isTerminal)).toEqual(options)
  })

  test('that are wrong are named with what is expected', () => {
    expect(() => logOptions({ NIGHTJAR_LOG: 'xml' }, true)).toThrow(
      'NIGHTJAR_LOG: expected text or json, but it is xml',
    )
    expect(() => logOptions({ NIGHTJAR_LOG_LEVEL: 'toString' }, true)).toThrow(
      'NIGHTJAR_LOG_LEVEL: expected debug, info, warn, error, but it is toString',
    )
  })
})
