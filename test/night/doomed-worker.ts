import { enableCompileCache } from 'node:module'

// A process for each cell is started: what is read after this is compiled once only.
enableCompileCache(`${import.meta.dirname}/../../.tools/compile-cache`)

const { DefaultLogger, NativeConnection, Runtime, Worker } = await import('@temporalio/worker')
const { createActivities } = await import('../../activities/index.ts')
const { loadConfig } = await import('../../workers/config.ts')
const { makeTools } = await import('../../workers/tools.ts')

const [config, codePath = '', address = ''] = process.argv.slice(2)
Runtime.install({ logger: new DefaultLogger('ERROR') })
const settings = loadConfig(config)
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  taskQueue: settings.task_queue,
  workflowBundle: { codePath },
  activities: createActivities(makeTools(settings)),
  // So that Temporal does not wait for ten seconds that one who is dead takes up a night's next step.
  stickyQueueScheduleToStartTimeout: '1s',
})
await worker.run()
