import type { OpenQa } from '../../clients/openqa/openqa.ts'
import type { InstalledSystem, SystemLogs } from '../../jobs/system/installed-system.ts'
import { parseSystemLogs } from '../../jobs/system/parse-logs.ts'
import { uploadedLogs } from '../../jobs/system/uploaded-logs.ts'
import { unread, type Unread } from './unread.ts'

/** The system that a job installed, or why it could not be read. */
export type InstalledSystemLook = { readonly kind: 'there'; readonly system: InstalledSystem } | Unread

/** The list of the packages of a desktop has some 100 KB. */
const usualMaxBytes = 2 * 1024 * 1024

/**
 * Reads what a job uploaded of the system that it had installed. It is absent if the job uploaded nothing of
 * it, as most jobs do. A system is read as a whole: if one of its files cannot be read, nothing is said.
 */
export async function installedSystemOf(
  client: Pick<OpenQa, 'details' | 'file'>,
  jobId: number,
  maxBytes: number = usualMaxBytes,
): Promise<InstalledSystemLook> {
  try {
    const uploaded = Object.entries(uploadedLogs(await client.details(jobId)))
    if (uploaded.length === 0) return { kind: 'absent' }
    const texts = await Promise.all(
      uploaded.map(async ([log, name]) => [log, await client.file({ jobId, name, maxBytes })] as const),
    )
    const logs: SystemLogs = Object.fromEntries(texts)
    return { kind: 'there', system: parseSystemLogs(logs) }
  } catch (error) {
    return unread(error)
  }
}
