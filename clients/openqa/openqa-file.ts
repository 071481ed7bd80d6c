import { ClientFailure } from '../failure.ts'
import { ask, excerpt, failureOf } from '../http.ts'
import type { OpenQaServer } from './openqa-request.ts'

/** A file of a job. */
export interface JobFile {
  readonly jobId: number
  readonly name: string
  readonly maxBytes: number
}

/**
 * Reads a file that a job uploaded. It is outside of the API and needs no key.
 * @throws ClientFailure, `absent` if the job has no such file, `garbled` if it is too large.
 */
export async function readJobFile(server: OpenQaServer, file: JobFile): Promise<string> {
  const base = server.url.replace(/\/+$/, '')
  const answer = await ask({
    service: 'openQA',
    url: `${base}/tests/${file.jobId}/file/${encodeURIComponent(file.name)}`,
    allowedHosts: server.allowedHosts,
    deadlineMs: server.deadlineMs,
    maxBytes: file.maxBytes,
    ...(server.signal && { signal: server.signal }),
  })
  const kind = failureOf(answer.status)
  if (kind === null) return answer.text
  const words = excerpt(answer.text) || 'nothing'
  throw new ClientFailure(kind, 'openQA', `${answer.url} answered ${answer.status}: ${words}`)
}
