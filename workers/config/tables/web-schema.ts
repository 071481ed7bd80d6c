import { z } from 'zod'
import { hostAndPort } from './worker-schema.ts'
import { webUrl } from './web-url.ts'

/** The pages of `nightjar web`. */
export const webSchema = z
  .strictObject({
    /** Where the pages are served; a proxy with TLS stands before it where others may look. */
    listen: hostAndPort.default('127.0.0.1:8090'),
    /** Where people reach them, for feeds, which need whole addresses. */
    url: webUrl.optional(),
  })
  .prefault({})
