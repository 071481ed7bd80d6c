import { connect } from '../../archive/connection/connect.ts'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { endlessNights } from './endless-nights.ts'

/**
 * Records night after night, and says each once it is recorded: a process of its own, which can be killed.
 */
const [url = '', first = '0'] = process.argv.slice(2)
const archive = postgresArchive(connect({ url }).db)
for (const { run, content } of endlessNights(Number(first))) {
  await archive.recordEdition(run, 'a/1', content)
  await archive.closeRun(run, {
    at: run.due,
    outcome: 'tested',
    verdict: 'passed',
    compose: null,
    noReport: null,
  })
  process.stdout.write(`${run.id}\n`)
}
