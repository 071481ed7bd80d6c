import { z } from 'zod'
import { pageForm } from '../page-form.ts'
import { tallyMembers } from './parts/tally.ts'

/** The JSON of `/trends`. */
export const trendsForm = pageForm('nightjar/page-trends/1', {
  streams: z.array(z.strictObject({ stream: z.string(), title: z.string(), ...tallyMembers })),
})
