import { describe, expect, test } from 'vitest'
import { freePort } from '../../workers/temporal/free-port.ts'
import { printed } from '../cli/json/printed.ts'
import { briefCompose, briefly } from './brief.ts'
import { nightjar } from './nightjar.ts'
import { playRawhide } from './play.ts'
import { setStage, withWorker, type Stage } from './stage.ts'

/** Resolves once a night that has reported has closed, too. */
async function awaitEnd({ client }: Stage, workflowId: string): Promise<void> {
  await client.workflow.getHandle(workflowId).result()
}

describe.concurrent('the commands about nights', () => {
  test('start a night and wait for it, list it and show it', async ({ expect: expectHere }) => {
    const jobs = [{ flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed' }] as const
    await using stage = await setStage(briefly('commands', [briefCompose({ jobs })]), '2026-04-10')
    stage.clock.begin()

    await withWorker(stage, async () => {
      const waited = await nightjar(stage, 'start', 'rawhide', '--date', '2026-04-10', '--wait')
      expect(waited).toMatchObject({
        code: 1,
        out: expect.stringMatching(/^\[Rawhide\] 20260410\.n\.0 BROKEN: /),
        err: expect.stringMatching(
          /^nightjar: nightly\/rawhide\/2026-04-10 started late, as it was due 2026-04-10 .* UTC: its deadlines count from now, .*; waiting for its report\n/,
        ),
      })

      const run = 'nightly/rawhide/2026-04-10'
      await awaitEnd(stage, run)
      const asData = ['start', 'rawhide', '--date', '2026-04-10', '--json'] as const
      const known = await nightjar(stage, ...asData, '--wait')
      expect(known.code).toBe(1)
      expect(printed('nightjar/start/2', known.out)).toMatchObject({
        run,
        started: false,
        stands: 'ended',
        said: expect.stringMatching(
          /^nightly\/rawhide\/2026-04-10 ended BROKEN at .* UTC; to run it again: /,
        ),
        result: null,
        noReport: null,
      })

      const listed = await nightjar(stage, 'list', '--json', '--stream', 'rawhide', '--since', '2026-04-10')
      expect(printed('nightjar/nights/1', listed.out)).toMatchObject({
        nights: [
          {
            run,
            outcome: 'tested',
            verdict: 'broken',
            edition: 1,
            compose: 'Fedora-Rawhide-20260410.n.0',
            closedAt: expect.any(String),
          },
        ],
      })
      expect(await nightjar(stage, 'list', '--verdict', 'passed')).toMatchObject({
        code: 0,
        out: expect.stringContaining('no such nights'),
      })

      const shown = async () => (await nightjar(stage, 'show', 'rawhide/2026-04-10')).out
      expect(await shown()).toMatch(
        /^nightly\/rawhide\/2026-04-10: broken \(Fedora-Rawhide-20260410\.n\.0, run completed\)\n/,
      )
      // A busy worker may take longer to tell its stages than the command waits.
      await expectHere.poll(shown).toMatch(/^await +done .* jobs done$/m)

      // The night does not wait for its mail.
      await expectHere.poll(shown).toMatch(/^1 +test-reports@lab\.localdomain +delivered +1 /m)

      const both = async () => (await nightjar(stage, 'show', 'rawhide/2026-04-10', '--json')).out
      await expectHere
        .poll(async () => printed('nightjar/night/2', await both()))
        .toMatchObject({
          run,
          compose: 'Fedora-Rawhide-20260410.n.0',
          verdict: 'broken',
          temporal: { status: 'COMPLETED', progress: { stages: { length: 6 } }, end: null },
          archive: { night: { run }, stages: { length: 5 }, deliveries: [{ state: 'delivered' }] },
        })

      const other = await nightjar(stage, 'show', 'Fedora-Rawhide-20260410.n.5')
      expect(other).toMatchObject({
        code: 1,
        err: expect.stringContaining(
          'no run has Fedora-Rawhide-20260410.n.5; the night of its date, nightly/rawhide/2026-04-10, has Fedora-Rawhide-20260410.n.0',
        ),
      })

      const report = await nightjar(stage, 'show', 'rawhide/2026-04-10', '--report')
      expect(report.out).toMatch(/^Rawhide is BROKEN: /)
    })
  })

  test('list and show a night, and the composes it saw, also while there is no Temporal', async () => {
    await using stage = await setStage(briefly('forgotten', [briefCompose()]), '2026-04-12')
    await playRawhide(stage)
    const nowhere = { ...stage.place, options: { address: `127.0.0.1:${await freePort()}` } }
    const alone = { ...stage, place: nowhere }

    const listed = await nightjar(alone, 'list')
    const shown = await nightjar(alone, 'show', 'rawhide/2026-04-12')
    const composes = await nightjar(alone, 'composes', 'rawhide')
    const night = await nightjar(alone, 'show', 'rawhide/2026-04-12', '--json')
    const seen = await nightjar(alone, 'composes', 'rawhide', '--json')

    expect(listed).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^nightly\/rawhide\/2026-04-12 +passed +1 +Fedora-Rawhide-20260412\.n\.0/m),
    })
    expect(shown).toMatchObject({
      code: 0,
      out: expect.stringContaining(
        'nightly/rawhide/2026-04-12: passed (Fedora-Rawhide-20260412.n.0, edition 1 of 1)',
      ),
      err: expect.stringContaining('this is what the archive knows'),
    })
    expect(printed('nightjar/night/2', night.out)).toMatchObject({
      run: 'nightly/rawhide/2026-04-12',
      verdict: 'passed',
      temporal: null,
      archive: { editions: [{ number: 1 }] },
    })
    expect(printed('nightjar/composes/1', seen.out)).toMatchObject({
      stream: 'rawhide',
      composes: [{ id: 'Fedora-Rawhide-20260412.n.0', verdict: 'passed' }],
    })
    expect(composes.out).toMatch(
      /^Fedora-Rawhide-20260412\.n\.0 +FINISHED_INCOMPLETE .* passed +nightly\/rawhide\/2026-04-12$/m,
    )
  })

  test('say so where there is no such night, and where no worker can tell its stages', async () => {
    await using stage = await setStage(briefly('alone', [briefCompose()]), '2026-04-11')

    const none = await nightjar(stage, 'show', 'branched/2026-04-11')
    await nightjar(stage, 'start', 'rawhide', '--date', '2026-04-11')
    const alone = await nightjar(stage, 'show', 'rawhide/2026-04-11')
    const begun = await nightjar(stage, 'show', 'rawhide/2026-04-11', '--json')
    await stage.client.workflow.getHandle('nightly/rawhide/2026-04-11').terminate('the test is over')

    expect(none).toMatchObject({
      code: 1,
      err: expect.stringContaining('there is no night nightly/branched/2026-04-11'),
    })
    expect(printed('nightjar/night/2', begun.out)).toMatchObject({
      compose: null,
      verdict: null,
      temporal: { status: 'RUNNING', progress: null },
      archive: null,
    })
    expect(alone).toMatchObject({ code: 0, out: expect.stringContaining('No worker answers') })
  })

  test('start a compose of which nobody can tell whether it exists, and say so', async () => {
    const silent = { service: 'tree', from: 0, until: 1000, how: '503' } as const
    const scenario = { ...briefly('unseen', [briefCompose()]), disturbances: [silent] }
    await using stage = await setStage(scenario, '2026-04-13')
    const compose = 'Fedora-Rawhide-20260413.n.0'

    const { code, out, err } = await nightjar(stage, 'start', 'rawhide', '--compose', compose)
    const shown = await nightjar(stage, 'show', compose)
    await stage.client.workflow.getHandle(`nightly/rawhide/${compose}`).terminate('the test is over')

    expect({ code, out }).toEqual({ code: 0, out: `nightly/rawhide/${compose} started\n` })
    expect(err).toContain(`whether there is a ${compose} is not known, so the night looks for it`)
    expect(shown.out).toMatch(new RegExp(`^nightly/rawhide/${compose}: no verdict yet`))
  })
})
