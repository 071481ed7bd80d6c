import { z } from 'zod'
import { pageForm } from '../page-form.ts'
import { composeLineShape } from './parts/compose.ts'

/** The JSON of `/composes` and `/composes/rawhide`. */
export const composesPageForm = pageForm('nightjar/page-composes/1', {
  stream: z.string().nullable().describe('null of all streams'),
  composes: z.array(composeLineShape).describe('the last 100, the newest first'),
})
