import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { freePort } from '../../workers/temporal/free-port.ts'
import { recordStory } from '../archive/nights.ts'
import { freshDatabase } from '../archive/fresh-database.ts'
import { configFile } from '../config-file.ts'

const script = '/usr/bin/script'

/** Runs `nightjar` at a terminal with 80 columns; answers the lines that it prints. */
function atTerminal(command: string): Promise<readonly string[]> {
  const typed = `stty cols 80 rows 40; exec ${process.execPath} cli/main.ts ${command}`
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], TERM: 'dumb' }
  return new Promise((resolve) => {
    execFile(script, ['-qec', typed, '/dev/null'], { env }, (_, out) => {
      resolve(stripVTControlCharacters(out).replaceAll('\r', '').trimEnd().split('\n'))
    })
  })
}

/** Lines that are too wide, but for a single word. */
function tooWide(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.length > 80 && line.trim().includes(' '))
}

test.runIf(existsSync(script))('list, config and doctor fit into 80 columns, with ids whole', async () => {
  await using database = await freshDatabase()
  await recordStory(postgresArchive(database.db), 'pffk', '2026-11-23')
  const nobody = `http://127.0.0.1:${await freePort()}`
  await using config = await configFile(
    `compose = { tree = "${nobody}", releases = "${nobody}" }
     openqa = { url = "${nobody}" }
     koji = { required = false }
     mirror = { required = false }
     archive = { url = "${database.url}" }`,
  )

  const list = await atTerminal(`list --config ${config.file}`)
  const told = await atTerminal(`config --config ${config.file}`)
  const doctor = await atTerminal(`doctor --config ${config.file}`)

  expect(list.filter((line) => line.includes('Fedora-Rawhide-20261123.n.0'))).toHaveLength(1)
  expect(list.filter((line) => line.startsWith('nightly/rawhide/2026-11-23 '))).toHaveLength(1)
  expect(told.find((line) => line.startsWith('koji.required'))).toMatch(
    /^koji\.required +false +\S+:3$|^koji\.required +false$/,
  )
  expect(doctor.filter((line) => line.startsWith('no answer')).length).toBeGreaterThan(2)
  expect([list, told, doctor].map(tooWide)).toEqual([[], [], []])
})
