import { expect, test } from 'vitest'
import { Garbled } from '../../compose/garbled.ts'
import { parseNightCompose } from '../../compose/naming/mash-ref.ts'
import { failures } from '../../lab/scenarios/failures.ts'
import { noMemory } from '../../sources/compose-state.ts'
import type { ComposeTools } from '../../sources/compose-tools.ts'
import { explainImages } from '../../sources/explain-images.ts'
import { lookAtCompose } from '../../sources/look-at-compose.ts'
import { openCompose } from '../../sources/open-compose.ts'
import { steppedLab, type SteppedLab } from './stepped-lab.ts'

const date = '2026-11-24'
const ref = parseNightCompose('Fedora-Rawhide-20261124.n.0')

/** Tools whose Koji answers with something that is not a list of tasks. */
function garbledKoji({ tools }: SteppedLab): ComposeTools {
  const tasks = { tasks: () => Promise.reject(new Garbled('a list of Koji tasks', 'a login page')) }
  const garbled: ComposeTools = { ...tools, tasks, all: async () => garbled }
  return garbled
}

test("a garbled answer of Koji does not count: the compose waits, and nobody knows Koji's tasks", async () => {
  await using lab = await steppedLab(failures, date)
  lab.at(2000)

  const state = await lookAtCompose(garbledKoji(lab), ref, noMemory, { apartMs: 0, alone: true })

  expect(state).toMatchObject({ kind: 'waiting', usable: false, unanswered: true })
  expect(state.reasons.join('\n')).toContain('expected a list of Koji tasks, got a login page')
})

test('with a garbled answer of Koji an image is still missing, only without an explanation', async () => {
  await using lab = await steppedLab(failures, date)
  lab.at(2000)
  const tools = garbledKoji(lab)
  const opened = await openCompose(tools, ref)

  const explained = await explainImages(tools, opened)
  const told = await explainImages(lab.tools, opened)

  expect(told?.missing.map(({ koji }) => koji === null)).toContain(false)
  expect(explained?.missing.map(({ koji }) => koji)).toEqual(told?.missing.map(() => null))
})
