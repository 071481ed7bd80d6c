import { describe, expect, test } from 'vitest'
import { parseNightCompose } from '../../compose/naming/mash-ref.ts'
import { sayCompleteness } from '../../compose/readiness/say-completeness.ts'
import type { MashScript, Minute, NightScript, LabScenario } from '../../lab/script.ts'
import { lastTaskEnds, mash, mashNight, type OtherwiseMash } from '../../lab/mash/usual-mash.ts'
import { noMemory, type ComposeState, type StateMemory } from '../../sources/compose-state.ts'
import { lookAtCompose } from '../../sources/look-at-compose.ts'
import { steppedLab, type SteppedLab } from './stepped-lab.ts'

const date = '2026-11-24'
const compose = 'Rawhide__20261124'

function nightOf(script: MashScript, earlier: Pick<NightScript, 'earlier'> = {}): LabScenario {
  return {
    name: 'stepped',
    title: 'stepped',
    branched: 44,
    generation: 'mash',
    nights: [mashNight('rawhide', script, earlier)],
    disturbances: [],
    expects: { rawhide: '', branched: '' },
  }
}

/** One look; looks may follow each other at once, since the lab's time is not ours. */
function look({ tools }: SteppedLab, before: StateMemory): Promise<ComposeState> {
  return lookAtCompose(tools, parseNightCompose(compose), before, { apartMs: 0, alone: false })
}

/** Looks every few minutes until the compose is judged; returns when it was complete, and the answers. */
async function watch(
  lab: SteppedLab,
  every: Minute,
): Promise<{ readonly at: Minute | null; readonly heard: readonly string[] }> {
  const heard: string[] = []
  let memory = noMemory
  for (let minute = 95; minute < 24 * 60; minute += every) {
    lab.at(minute)
    const state = await look(lab, memory)
    heard.push(sayCompleteness(state))
    if (state.kind !== 'waiting') return { at: state.usable ? minute : null, heard }
    memory = state.memory
  }
  return { at: null, heard }
}

describe.concurrent('a nightly of 2015', () => {
  test.each<[string, OtherwiseMash]>([
    ['overlap', {}],
    ['end before the next is submitted', { pace: { apart: 8, takes: 4 } }],
    ['pause for two hours between lives and disks', { pace: { pause: 120 } }],
    ['pause for half an hour and fail at once', { pace: { pause: 30, takes: 2 } }],
  ])('whose tasks %s is not complete before the last of them has ended', async (_, otherwise) => {
    const script = mash(otherwise)
    await using lab = await steppedLab(nightOf(script), date)

    for (const every of [13, 31]) {
      const { at } = await watch(lab, every)

      expect(at).toBeGreaterThanOrEqual(lastTaskEnds(script))
      expect(at).toBeLessThan(lastTaskEnds(script) + 4 * every)
    }
  })

  test('is not complete between two of its tasks on the first night, when only looks that agree can tell', async () => {
    const script = mash({ pace: { apart: 8, takes: 4 } })
    await using lab = await steppedLab(nightOf(script, { earlier: 'none' }), date)

    for (const every of [6, 31]) {
      const { at } = await watch(lab, every)

      expect(at).toBeGreaterThanOrEqual(lastTaskEnds(script))
    }
  })

  test('is taken for complete as soon as all that was submitted has settled, where no night before is known', async () => {
    const script = mash({ pace: { pause: 120 } })
    await using lab = await steppedLab(nightOf(script, { earlier: 'none' }), date)

    const { at } = await watch(lab, 20)

    expect(at).toBeLessThan(lastTaskEnds(script))
  })

  test('that waits for what the night before had says so', async () => {
    await using lab = await steppedLab(nightOf(mash({ pace: { pause: 120 } })), date)

    const { heard } = await watch(lab, 10)

    expect(heard).toContain('there is no logs/finish yet; Koji is asked later (logs/finish comes first)')
    expect(heard).toContain('Koji has no task of this compose yet')
    expect(heard).toContain('48 Koji tasks have ended, but the night before had 76')
  })

  test('that finished without a boot image is dead', async () => {
    await using lab = await steppedLab(nightOf(mash({ arches: [] })), date)
    lab.at(600)

    const seen = await look(lab, noMemory)

    expect(seen).toMatchObject({ kind: 'dead', memory: { status: 'without a boot image' } })
  })

  test('is not judged while Koji is offline, and what was counted before is kept', async () => {
    const offline = { service: 'koji', from: 400, until: 500, how: 'offline' } as const
    await using lab = await steppedLab({ ...nightOf(mash()), disturbances: [offline] }, date)
    lab.at(300)
    const first = await look(lab, noMemory)
    lab.at(450)

    const seen = await look(lab, first.memory)

    expect(seen).toMatchObject({
      kind: 'waiting',
      unanswered: true,
      memory: { tasks: { looks: [{ total: 76 }], nightBefore: 76 } },
    })
    expect(sayCompleteness(seen)).toContain('Koji did not answer')
  })

  test('that nobody asks Koji about is complete with its boot images', async () => {
    await using lab = await steppedLab(nightOf(mash()), date, { kojiRequired: false })
    lab.at(120)

    expect(await look(lab, noMemory)).toMatchObject({ kind: 'complete', usable: true })
  })

  test('costs one multicall to Koji a look, and little memory', async () => {
    await using lab = await steppedLab(nightOf(mash()), date)
    lab.at(200)

    const first = await look(lab, noMemory)
    const second = await look(lab, first.memory)

    expect(lab.koji.requests()).toBe(2)
    expect(JSON.stringify(second.memory).length).toBeLessThan(300)
  })
})
