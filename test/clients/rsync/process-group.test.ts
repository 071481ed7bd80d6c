import { expect, test } from 'vitest'
import { runGroup, type GroupRun } from '../../../clients/rsync/process-group.ts'

test('a program that ends by itself is told by its exit code, its output taken whole', async () => {
  const { end, text } = await run('printf "caf\\303\\251"; echo trouble >&2; exit 7')

  expect(end).toEqual({ kind: 'exited', code: 7, bytes: 5, stderr: 'trouble\n' })
  expect(text).toBe('café')
})

test('the deadline ends the whole group, since a child that lived would keep the output open', async () => {
  const started = performance.now()

  const { end } = await run('sleep 60 & wait', { deadlineMs: 200 })

  expect(end).toEqual({ kind: 'deadline' })
  expect(performance.now() - started).toBeLessThan(30_000)
})

test('a group that ignores SIGTERM is killed two seconds later', async () => {
  const { end } = await run('trap "" TERM; while :; do sleep 0.1; done', { deadlineMs: 100 })

  expect(end).toEqual({ kind: 'deadline' })
})

test('too much output ends the group, and what went beyond is not taken', async () => {
  const { end, text } = await run('yes', { maxBytes: 100_000 })

  expect(end).toEqual({ kind: 'too-much' })
  expect(text.length).toBeLessThanOrEqual(100_000)
})

test('an aborted signal ends the group', async () => {
  const { end } = await run('sleep 60', { signal: AbortSignal.timeout(100) })

  expect(end).toEqual({ kind: 'cancelled' })
})

test('a signal that was aborted before starts nothing', async () => {
  const { end } = await run('echo started', { signal: AbortSignal.abort() })

  expect(end).toEqual({ kind: 'cancelled' })
})

test('a consumer that throws ends the group and gets its own error', async () => {
  const broken = run('yes', {
    take: () => {
      throw new Error('enough')
    },
  })

  await expect(broken).rejects.toThrow('enough')
})

test('a missing program is told apart from every failure', async () => {
  const { end } = await run('', { program: 'no-such-program-anywhere' })

  expect(end).toEqual({ kind: 'not-installed' })
})

test('a program killed from outside has no exit code', async () => {
  const { end } = await run('kill -KILL $$')

  expect(end).toEqual({ kind: 'killed' })
})

async function run(script: string, options: Partial<GroupRun> = {}) {
  let text = ''
  const end = await runGroup({
    program: '/bin/sh',
    args: ['-c', script],
    env: { PATH: process.env['PATH'] ?? '' },
    deadlineMs: 10_000,
    maxBytes: 1_000_000,
    take: (chunk) => {
      text += chunk
    },
    ...options,
  })
  return { end, text }
}
