import type { Service } from '../../workflows/queues.ts'

/** What a worker process may serve: the workflows with the reports and mails, and each service's queue. */
export type Served = 'nights' | Service

/** All of it, which a worker process serves by default. */
export const servedNames: readonly Served[] = ['nights', 'openqa', 'koji', 'trees']
