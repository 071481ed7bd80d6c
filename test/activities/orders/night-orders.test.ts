import { MockActivityEnvironment } from '@temporalio/testing'
import { describe, expect, test } from 'vitest'
import { composeReport, recordReport } from '../../../activities/compose-report.ts'
import type { ReportAnswer, ReportInput } from '../../../activities/report-activities.ts'
import type { Tools } from '../../../activities/tools.ts'
import { ArchiveAway } from '../../../archive/connection/archive-away.ts'
import type { NightArchive } from '../../../archive/night-archive.ts'
import { openQa } from '../../../clients/openqa/openqa.ts'
import { scenarioOf } from '../../../jobs/results/lineage.ts'
import { green } from '../../../lab/scenarios/green.ts'
import type { Acceptance, NightOrder } from '../../../report/order.ts'
import { parseReport } from '../../../report/report-schema.ts'
import { editionOf, runOf } from '../../archive/nights.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'
import { stubServer } from '../../clients/stub-server.ts'
import { jobOf } from '../../jobs/job-of.ts'
import { steppedLab } from '../../sources/stepped-lab.ts'
import { reportInput } from '../report-input.ts'
import { toolsOf } from '../tools-of.ts'

const run = runOf('2026-11-24')
const lastNight = runOf('2026-11-23')
const fails = jobOf({ id: 7, test: 'told', result: 'failed', failedModules: ['_boot'] })

const order: NightOrder = {
  id: 'order-1',
  name: 'accept',
  at: '2026-11-24T10:00:00.000Z',
  by: 'ada',
  why: 'rhbz#1',
  asked: 'accept test:told',
  became: '',
}

const accepted: Acceptance = {
  order: 'order-1',
  run: run.id,
  kind: 'test',
  name: scenarioOf(fails),
  modules: ['_boot'],
  by: 'ada',
  why: 'rhbz#1',
  at: order.at,
  until: null,
}

/** A night with one new failure, of which a report can be made. */
async function night(otherwise: (tools: Tools) => Partial<Tools> = () => ({})) {
  await using stack = new AsyncDisposableStack()
  const lab = stack.use(await steppedLab(green, '2026-11-24'))
  const database = stack.use(await freshDatabase())
  const server = stack.use(await stubServer((response) => response.end('[]')))
  const { archive } = database
  const before = editionOf(lastNight, { jobs: [{ ...fails, result: 'passed', failedModules: [] }] })
  await archive.recordEdition(lastNight, 'key/1', before)
  const tools = toolsOf(lab, database, { client: openQa({ url: server.url }), canPost: false })
  const told = reportInput('2026-11-24', {
    outcome: 'tested',
    compose: 'Fedora-Rawhide-20261124.n.0',
    status: 'FINISHED',
    jobs: await archive.keep([fails], run.id),
  })
  const kept = stack.move()
  const act =
    (does: typeof composeReport) =>
    (input: Partial<ReportInput> = {}): Promise<ReportAnswer> => {
      const environment = new MockActivityEnvironment({
        workflowExecution: { workflowId: run.id, runId: run.temporalRun },
        startToCloseTimeoutMs: 60_000,
      })
      return environment.run(() => does({ ...tools, ...otherwise(tools) })({ ...told, ...input }))
    }
  return {
    archive,
    compose: act(composeReport),
    record: act(recordReport),
    report: async () => parseReport((await archive.reportOf(run.id)) ?? ''),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

async function away(): Promise<never> {
  throw new ArchiveAway('no route to host', null)
}

function awayFrom({ archive }: Tools): { readonly archive: NightArchive } {
  return { archive: { ...archive, pastNights: away, reportOf: away, recordEdition: away, composes: away } }
}

describe('the answer of a report', () => {
  test('says what can be accepted, and how many jobs are not ok', async () => {
    await using stage = await night()

    expect(await stage.compose()).toMatchObject({
      verdict: 'degraded',
      problems: [{ kind: 'test', test: 'told', scenario: scenarioOf(fails), modules: ['_boot'] }],
      notOk: 1,
    })
    expect(await stage.compose({ orders: [order], accepted: [accepted], nth: 2 })).toMatchObject({
      verdict: 'passed',
      edition: 2,
      problems: [],
      notOk: 1,
    })
  })
})

describe('what people ordered', () => {
  test('is in the report without their names, and in the archive with them', async () => {
    await using stage = await night()

    await stage.compose({ orders: [order], accepted: [accepted] })

    expect(await stage.report()).toMatchObject({ orders: [{ ...order, by: null }], verdict: 'passed' })
    expect(await stage.archive.ordersOf(run.id)).toEqual([order])
    expect(await stage.archive.acceptancesOf('rawhide', { run: run.id, date: '2026-11-24' })).toEqual([
      accepted,
    ])
  })

  test('has their names in the report where the configuration says so', async () => {
    await using stage = await night(() => ({ publishBy: true }))

    await stage.compose({ orders: [order], accepted: [accepted] })

    expect(await stage.report()).toMatchObject({
      orders: [order],
      tests: { list: [{ accepted: { by: 'ada', why: 'rhbz#1', until: null } }] },
    })
  })

  test('before the run took the night over is told, too, with what came of it', async () => {
    await using stage = await night()
    const earlier = { ...order, id: 'order-0', at: '2026-11-24T09:00:00.000Z', became: 'done' }
    await stage.archive.orderTaken(run, earlier)
    await stage.archive.orderTaken(run, { ...order, became: 'accepted 1 failure' })
    await stage.archive.accept(run, [accepted])

    await stage.compose({ orders: [order] })

    const { orders, verdict } = await stage.report()
    expect(orders.map(({ id, became }) => [id, became])).toEqual([
      ['order-0', 'done'],
      ['order-1', 'accepted 1 failure'],
    ])
    expect(verdict).toBe('passed')
  })

  test('on an earlier night for a time counts, and is new once that is over', async () => {
    await using stage = await night()
    const untilToday = { ...accepted, run: lastNight.id, until: '2026-11-24' }
    await stage.archive.accept(lastNight, [untilToday])

    expect(await stage.compose()).toMatchObject({ verdict: 'passed' })
    await using next = await night()
    await next.archive.accept(lastNight, [{ ...untilToday, until: '2026-11-23' }])
    await next.compose()

    expect(await next.report()).toMatchObject({
      verdict: 'degraded',
      tests: { list: [{ class: 'new', acceptanceEnded: true }] },
    })
  })

  test('alone makes no new edition', async () => {
    await using stage = await night()
    await stage.compose()
    const look = { ...order, name: 'look' as const, asked: 'look now' }

    expect(await stage.compose({ orders: [look], nth: 2 })).toMatchObject({ edition: 1 })
    expect(await stage.archive.ordersOf(run.id)).toEqual([look])
  })

  test('counts while the archive is away, and is written down with the report that is recorded late', async () => {
    await using stage = await night(awayFrom)
    const input = { orders: [order], accepted: [accepted] }
    const mailed = await stage.compose(input)

    expect(mailed).toMatchObject({ recorded: false, verdict: 'passed', problems: [] })
    expect(await stage.archive.ordersOf(run.id)).toEqual([])
  })

  test('holds no report up where the archive does not take it', async () => {
    await using stage = await night(({ archive }) => ({
      archive: { ...archive, orderTaken: away, accept: away },
    }))
    const input = { orders: [order], accepted: [accepted] }

    expect(await stage.compose(input)).toMatchObject({ recorded: true, verdict: 'passed' })
    expect(await stage.record({ ...input, nth: 2 })).toMatchObject({ recorded: true, verdict: 'passed' })
  })

  test('is written down by the act that records a report late', async () => {
    await using stage = await night()
    const input = { orders: [order], accepted: [accepted], notCompared: 'no route to host' }

    expect(await stage.record(input)).toMatchObject({ recorded: true, verdict: 'passed' })
    expect(await stage.archive.ordersOf(run.id)).toEqual([order])
  })
})
