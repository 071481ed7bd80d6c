import { z } from 'zod'
import { pageForm } from '../page-form.ts'
import { nightLineShape } from './parts/night-line.ts'
import { goodComposeShape, standingShape } from './parts/standing.ts'

/** The JSON of a stream: `/rawhide`. */
export const streamForm = pageForm('nightjar/page-stream/1', {
  stream: z.string(),
  title: z.string(),
  standing: standingShape.nullable().describe('null before the first verdict'),
  lastGood: goodComposeShape.nullable(),
  nights: z.array(nightLineShape).describe('the last 90, the latest first'),
})
