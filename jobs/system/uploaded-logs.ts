import { z } from 'zod'
import { parseAs } from '../../compose/read-json.ts'
import { systemLogs, type SystemLog } from './installed-system.ts'

const details = z.object({ job: z.object({ ulogs: z.array(z.string()).default([]) }) })

/** The names under which one job has its uploads of the installed system. */
export type UploadedLogs = Partial<Readonly<Record<SystemLog, string>>>

/**
 * Finds the uploads of the installed system in the answer to `GET jobs/<id>/details`. openQA puts the name of
 * the module before the name of the file: `_collect_data-free.log`.
 * @throws Garbled for any other answer.
 */
export function uploadedLogs(answer: unknown): UploadedLogs {
  const { ulogs } = parseAs('a job with its uploads (job.ulogs)', details, answer).job
  return Object.fromEntries(
    systemLogs
      .map((log) => [log, `_collect_data-${log}`] as const)
      .filter(([, name]) => ulogs.includes(name)),
  )
}
