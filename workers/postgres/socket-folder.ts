import {
  accessSync,
  chmodSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeOf } from './no-postgres.ts'
import { handOver, type RunAs } from './run-as.ts'

/** A socket's path has at most 103 bytes on macOS (107 on Linux), of which `/.s.PGSQL.5432` takes 14. */
const longest = 103 - 14

/**
 * The folder of the server's sockets, which only its user may enter. It is inside of `folder`; where that
 * path is too long for a socket it is a short one elsewhere, which a link in `folder` remembers.
 */
export function socketFolder(folder: string, runAs: RunAs): string {
  const own = join(folder, 'postgres-socket')
  const remembered = targetOf(own)
  if (remembered !== null && isPrivate(remembered, runAs)) return remembered
  if (Buffer.byteLength(own) > longest) return elsewhere(own, runAs)
  if (remembered !== null) rmSync(own)
  mkdirSync(own, { recursive: true })
  chmodSync(own, 0o700)
  handOver(own, runAs)
  return own
}

function targetOf(link: string): string | null {
  try {
    return readlinkSync(link)
  } catch (error) {
    // EINVAL: it is no link.
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EINVAL') return null
    throw error
  }
}

/** Whether a folder is there still, and was not made by somebody else in its place. */
function isPrivate(folder: string, { user }: RunAs): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  const uid = user?.uid ?? process.getuid?.()
  return found !== undefined && found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0
}

function elsewhere(own: string, runAs: RunAs): string {
  const short = mkdtempSync(join(shortParent(runAs), 'nightjar-'))
  handOver(short, runAs)
  const link = `${own}-${process.pid}`
  symlinkSync(short, link)
  renameSync(link, own)
  return short
}

function shortParent({ user }: RunAs): string {
  const runtime = user === null ? process.env['XDG_RUNTIME_DIR'] : undefined
  const fits = [runtime, tmpdir()].find(
    (each) => each && Buffer.byteLength(each) < longest - 20 && isWritable(each),
  )
  return fits ?? '/tmp'
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
