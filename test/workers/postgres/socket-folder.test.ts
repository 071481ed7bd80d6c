import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { socketFolder } from '../../../workers/postgres/socket-folder.ts'

const asMyself = { before: [], user: null }

let root: string
let deep: string
/** Folders outside of `root` that a test made. */
let elsewhere: Set<string>

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nightjar-sockets-'))
  deep = join(root, 'a-project-far-down'.repeat(5))
  mkdirSync(deep)
  elsewhere = new Set()
})

afterEach(() => {
  for (const folder of [root, ...elsewhere]) rmSync(folder, { recursive: true, force: true })
})

function deepSockets(): string {
  const folder = socketFolder(deep, asMyself)
  elsewhere.add(folder)
  return folder
}

describe('the folder of the sockets', () => {
  test('is inside of a folder whose path is short', () => {
    expect(socketFolder(root, asMyself)).toBe(join(root, 'postgres-socket'))
    expect(statSync(join(root, 'postgres-socket')).mode & 0o777).toBe(0o700)
  })

  test('is a short one elsewhere where the path is too long for a socket, and stays the same', () => {
    const sockets = deepSockets()

    expect(sockets.length).toBeLessThan(60)
    expect(statSync(sockets).mode & 0o777).toBe(0o700)
    expect(readlinkSync(join(deep, 'postgres-socket'))).toBe(sockets)
    expect(deepSockets()).toBe(sockets)
  })

  test('is a new one after a restart of the system has emptied the temporary folder', () => {
    const sockets = deepSockets()
    rmSync(sockets, { recursive: true })

    const next = deepSockets()

    expect(next).not.toBe(sockets)
    expect(lstatSync(next).isDirectory()).toBe(true)
  })

  test('is a new one where others may enter the old one', () => {
    const sockets = deepSockets()
    chmodSync(sockets, 0o755)

    expect(deepSockets()).not.toBe(sockets)
  })
})
