import { enableCompileCache } from 'node:module'

// A process for each cell is started: what is read after this is compiled once only.
enableCompileCache(`${import.meta.dirname}/../../.tools/compile-cache`)

// Who is to kill it may die before it.
setInterval(() => process.ppid === 1 && process.kill(process.pid, 'SIGKILL'), 1000)

const { NativeConnection } = await import('@temporalio/worker')
const { connect } = await import('../../archive/connection/connect.ts')
const { postgresArchive } = await import('../../archive/postgres-archive.ts')
const { loadConfig } = await import('../../workers/config/config.ts')
const { ownWorker } = await import('./own-worker.ts')
const { quietRuntime } = await import('./quiet-runtime.ts')

const [config, codePath = '', address = ''] = process.argv.slice(2)
quietRuntime()
const settings = loadConfig(config)
const archive = postgresArchive(connect({ url: settings.archive.url ?? '' }).db)
const connection = await NativeConnection.connect({ address })
const worker = await ownWorker(connection, { settings, archive }, { codePath })
await worker.run()
