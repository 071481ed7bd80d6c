import { activityInfo } from '@temporalio/activity'
import type { NativeConnection, WorkflowBundleOption } from '@temporalio/worker'
import type { Activities } from '../../activities/activities.ts'
import { createActivities } from '../../activities/index.ts'
import { nightNow } from '../../activities/night-now.ts'
import { createNightWorkers, type NightWorkers } from '../../workers/process/night-workers.ts'
import { makeTools } from '../../workers/tools.ts'
import type { SmallStage } from './small-stage.ts'

/** A worker for the nights of many labs: each night acts through the tools of its own. */
export interface SharedWorker {
  readonly worker: NightWorkers
  serve(workflowId: string, stage: SmallStage): void
}

/** Makes one, not yet running. */
export async function sharedWorker(
  connection: NativeConnection,
  taskQueue: string,
  workflowBundle: WorkflowBundleOption,
): Promise<SharedWorker> {
  const served = new Map<string, Activities>()
  const here = (): Activities => {
    const acting = activityInfo().workflowExecution?.workflowId ?? ''
    const workflowId =
      /^(?:delivery\/(.+)\/[^/]+\/[^/]+|respins\/(.+))$/.exec(acting)?.slice(1).find(Boolean) ?? acting
    const activities = served.get(workflowId)
    if (activities === undefined) throw new Error(`nobody serves ${workflowId}`)
    return activities
  }
  return {
    worker: await createNightWorkers({ connection, taskQueue, workflowBundle, activities: { ...of(here) } }),
    serve: (workflowId, { settings, archive }) =>
      served.set(workflowId, createActivities(makeTools(settings, archive))),
  }
}

function of(here: () => Activities): Activities {
  return {
    // What asks it is not a night, but what starts one.
    nightNow,
    reportedBefore: () => here().reportedBefore(),
    observeCompose: (input, memory) => here().observeCompose(input, memory),
    observeCompletion: (input, memory) => here().observeCompletion(input, memory),
    observeCandidates: (input) => here().observeCandidates(input),
    observeRespin: (input) => here().observeRespin(input),
    tagCandidate: (input) => here().tagCandidate(input),
    planCompose: (input) => here().planCompose(input),
    schedulePost: (input) => here().schedulePost(input),
    observePost: (input) => here().observePost(input),
    observeJobs: (input, memory) => here().observeJobs(input, memory),
    restartJobs: (input) => here().restartJobs(input),
    observeOpen: (input, memory) => here().observeOpen(input, memory),
    chooseJobs: (input) => here().chooseJobs(input),
    restartChosen: (input) => here().restartChosen(input),
    composeReport: (input) => here().composeReport(input),
    recordReport: (input) => here().recordReport(input),
    closeUnreported: (input) => here().closeUnreported(input),
    sendReport: (input) => here().sendReport(input),
    sendOnChannel: (input) => here().sendOnChannel(input),
    publishMessage: (input) => here().publishMessage(input),
  }
}
