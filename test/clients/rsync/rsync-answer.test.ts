import { expect, test } from 'vitest'
import { answerOf, rsyncOutcome } from '../../../clients/rsync/rsync-answer.ts'

const url = 'rsync://mirror.example/fedora-buffet/alt/'
const gone = 'rsync: [sender] change_dir "/alt" (in fedora-buffet) failed: No such file or directory (2)'
const locked = 'rsync: [sender] opendir "/alt/locked" (in fedora-buffet) failed: Permission denied (13)'

test('exit 0 is a whole listing', () => {
  expect(rsyncOutcome(exit(0, '', 500), url)).toEqual({ kind: 'listed' })
})

test('exit 23 with nothing listed and no such folder is absent', () => {
  expect(rsyncOutcome(exit(23, gone), url)).toEqual({ kind: 'absent', said: `${url}: ${gone}` })
})

test.each([
  ['lines were listed', gone, 200],
  ['a folder within may not be read', locked, 200],
  ['the folder itself may not be read', locked.replace('opendir', 'change_dir'), 0],
])('exit 23 is partial when %s', (_, stderr, bytes) => {
  expect(rsyncOutcome(exit(23, stderr, bytes), url)).toMatchObject({ kind: 'partial' })
})

test.each([
  [5, '@ERROR: max connections (25) reached -- try again later', 'unreachable'],
  [5, "@ERROR: Unknown module 'nosuch'", 'refused'],
  [5, '@ERROR: auth failed on module priv', 'refused'],
  [5, '@ERROR: access denied to denied from localhost (127.0.0.1)', 'refused'],
  [5, '@ERROR: chroot failed', 'refused'],
  [5, 'rsync: server sent "220 smtp.example.org ESMTP" rather than greeting', 'garbled'],
  [10, 'rsync: [Receiver] failed to connect: Connection refused (111)', 'unreachable'],
  [12, 'rsync: connection unexpectedly closed (0 bytes received so far) [Receiver]', 'unreachable'],
  [20, '', 'unreachable'],
  [24, 'file has vanished: "/alt/x"', 'unreachable'],
  [30, '[Receiver] io timeout after 4 seconds -- exiting', 'unreachable'],
  [35, 'rsync error: timeout waiting for daemon connection', 'unreachable'],
  [99, 'something new', 'unreachable'],
  [1, 'rsync: --contimeout=20: unknown option', 'refused'],
] as const)('exit %i with %j is %s', (code, stderr, failure) => {
  expect(rsyncOutcome(exit(code, stderr), url)).toMatchObject({ kind: 'failed', failure })
})

test('a failure says the first complaint, not the summary after it', () => {
  const outcome = rsyncOutcome(exit(12, '\nrsync error: summary\nrsync: peer \u001B[31mreset\n'), url)

  expect(() => answerOf(outcome)).toThrow(`rsync: ${url}: rsync: peer  [31mreset (the server broke off)`)
})

function exit(code: number, stderr: string, bytes = 0) {
  return { kind: 'exited', code, stderr, bytes } as const
}
