import type { Activities } from '../activities/activities.ts'

/** The services that nights wait for; each has a task queue of its own. */
export type Service = 'openqa' | 'koji' | 'trees'

/**
 * Whose task queue each activity is on: that of the service that it waits for most. The others ask only the
 * archive or those who get a report, or must not wait behind looks.
 */
export const services: Readonly<Record<keyof Activities, Service | null>> = {
  nightNow: null,
  reportedBefore: null,
  observeCompose: 'trees',
  observeCompletion: 'koji',
  observeCandidates: 'trees',
  observeRespin: 'trees',
  planCompose: 'openqa',
  schedulePost: 'openqa',
  tagCandidate: 'openqa',
  observePost: 'openqa',
  observeJobs: 'openqa',
  restartJobs: 'openqa',
  observeOpen: 'openqa',
  chooseJobs: 'openqa',
  restartChosen: 'openqa',
  composeReport: null,
  recordReport: null,
  sendReport: null,
  sendOnChannel: null,
  publishMessage: null,
  closeUnreported: null,
}

/** The task queue of a service, next to that of the nights: `nightjar-koji`. */
export function serviceQueue(taskQueue: string, service: Service): string {
  return `${taskQueue}-${service}`
}
