import { z } from 'zod'
import { nightLineShape } from '../../web/forms/parts/night-line.ts'

/** The JSON of `nightjar list`. */
export const nightsForm = z.strictObject({
  schema: z.literal('nightjar/nights/1'),
  nights: z.array(nightLineShape),
})
