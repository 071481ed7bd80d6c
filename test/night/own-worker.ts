import type { NativeConnection, WorkflowBundleOption } from '@temporalio/worker'
import { createActivities } from '../../activities/index.ts'
import type { Tools } from '../../activities/tools.ts'
import type { NightArchive } from '../../archive/night-archive.ts'
import type { Settings } from '../../workers/config/config.ts'
import { createNightWorkers, type NightWorkers } from '../../workers/process/night-workers.ts'
import { makeTools } from '../../workers/tools.ts'

/**
 * A worker for those who work by one configuration and with one archive, on a connection that is the caller's
 * to close.
 */
export function ownWorker(
  connection: NativeConnection,
  { settings, archive }: { readonly settings: Settings; readonly archive: NightArchive },
  workflowBundle: WorkflowBundleOption,
  otherwise: Partial<Tools> = {},
): Promise<NightWorkers> {
  return createNightWorkers({
    connection,
    taskQueue: settings.task_queue,
    workflowBundle,
    activities: createActivities({ ...makeTools(settings, archive), ...otherwise }),
    // So that Temporal does not wait for ten seconds that one who is dead takes up a night's next step.
    stickyQueueScheduleToStartTimeout: '1s',
  })
}
