import {
  proxyActivities,
  workflowInfo,
  type ActivityInterfaceFor,
  type ActivityOptions,
} from '@temporalio/workflow'
import type { Activities } from '../activities/activities.ts'
import { serviceQueue, services } from './queues.ts'

/** One activity, on the task queue of the service that it asks: a dead Koji holds up nobody's openQA. */
export function activity<Name extends keyof Activities>(
  name: Name,
  options: ActivityOptions,
): ActivityInterfaceFor<Activities>[Name] {
  const service = services[name]
  const queue = service === null ? {} : { taskQueue: serviceQueue(workflowInfo().taskQueue, service) }
  return proxyActivities<Activities>({ ...options, ...queue })[name]
}
