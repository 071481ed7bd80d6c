import { ArchiveAway, type AwayKind } from '../../archive/connection/archive-away.ts'
import { lastReports, type LastReports } from '../../archive/queries/last-reports.ts'
import { serverTime } from '../../archive/queries/server-time.ts'
import { levelOf, requireReadable } from '../../archive/migrations/levels.ts'
import { programLevel } from '../../archive/migrations/migrate.ts'
import type { ArchiveDb } from '../../archive/schema/database.ts'
import { streamName } from '../../report/alarm/alarm.ts'
import { minuteOf } from '../../report/minute.ts'
import { databaseUrl, noDatabase, readAnyLevel } from '../archive-place.ts'
import type { Settings } from '../config/config.ts'
import { whyNotWatched } from '../watch/not-watched.ts'
import { watchStreams, type StreamWatch } from '../watch/overdue.ts'
import {
  noAnswer,
  ok,
  problem,
  wordsOf,
  type Examined,
  type Diagnosis,
  type OtherClock,
} from './diagnosis.ts'
import { plainArchive } from './plain-connections.ts'

/** The archive, its level and its clock, and whether a stream is overdue. */
export async function examineArchive(settings: Settings): Promise<Examined> {
  try {
    const url = databaseUrl(settings)
    const { findings, clocks } = await ask(settings)
    return { findings: [...findings, ...(url === null ? [] : plainArchive(url, process.env))], clocks }
  } catch (thrown) {
    return away(thrown)
  }
}

async function ask(settings: Settings): Promise<Examined> {
  try {
    return (await readAnyLevel(settings, (db) => examine(db, settings))) ?? unnamed
  } catch (thrown) {
    return away(thrown)
  }
}

function away(thrown: unknown): Examined {
  const kind = thrown instanceof ArchiveAway ? thrown.kind : 'away'
  const isWrong = kind !== 'away' && kind !== 'unreachable'
  const finding = (isWrong ? problem : noAnswer)('archive', wordsOf(thrown), advice[kind])
  return { findings: [finding, unknownReports], clocks: [] }
}

const lookAt = 'look at the PostgreSQL server and at the database that NIGHTJAR_DATABASE_URL names'

const advice: Readonly<Record<AwayKind, string>> = {
  away: lookAt,
  unreachable: lookAt,
  login: 'correct the user and the password in NIGHTJAR_DATABASE_URL, or let the server take them',
  database: 'correct the name in NIGHTJAR_DATABASE_URL, or make the database: createdb --owner USER NAME',
  certificate: 'name its authority by sslrootcert in NIGHTJAR_DATABASE_URL, or correct its certificate',
  plain: 'turn on ssl in the PostgreSQL server; sslmode in NIGHTJAR_DATABASE_URL asks for it',
}

const unknownReports = noAnswer(
  'reports',
  'whether they come is not known without the archive',
  'see the archive',
)

const unnamed: Examined = {
  findings: [problem('archive', 'no database is named for it', noDatabase)],
  clocks: [],
}

async function examine(db: ArchiveDb, settings: Settings): Promise<Examined> {
  const clock = await clockOf(db)
  const level = await examineLevel(db)
  const reports = await examineReports(db, settings)
  return { findings: [level, ...reports], clocks: [clock] }
}

async function clockOf(db: ArchiveDb): Promise<OtherClock> {
  const asked = Date.now()
  const theirs = Date.parse(await serverTime(db))
  return { of: "the archive's server", aheadMs: theirs - (asked + Date.now()) / 2 }
}

async function examineLevel(db: ArchiveDb): Promise<Diagnosis> {
  try {
    await requireReadable(db, programLevel())
    const { level } = await levelOf(db)
    return ok('archive', `it is of level ${level}, which this program of level ${programLevel()} can use`)
  } catch (thrown) {
    const [said = '', todo = ''] = wordsOf(thrown).split(/: (?=install|start)/)
    return problem('archive', said, todo)
  }
}

async function examineReports(db: ArchiveDb, settings: Settings): Promise<readonly Diagnosis[]> {
  try {
    const last: LastReports = await lastReports(db)
    return watchStreams(settings, last, Date.now()).map(reportsOf)
  } catch (thrown) {
    return [noAnswer('reports', wordsOf(thrown), 'see the archive')]
  }
}

function reportsOf(watch: StreamWatch): Diagnosis {
  const { stream, state, night, dueBy, lastReport } = watch
  const about = `reports of ${streamName(stream)}`
  const last = lastReport === null ? 'none came yet' : `the last one came ${minuteOf(lastReport)}`
  if (state === 'not watched') return ok(about, `they are not watched: ${whyNotWatched(stream)}`)
  return state === 'in time'
    ? ok(about, `${last}; ${night === null ? `the first is due by ${minuteOf(dueBy)}` : 'none is overdue'}`)
    : problem(
        about,
        `the one of ${night} is overdue since ${minuteOf(dueBy)}; ${last}`,
        'repair what else is told here; then "nightjar list" shows the nights, "nightjar start" starts one',
      )
}
