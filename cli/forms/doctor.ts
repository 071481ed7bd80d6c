import { z } from 'zod'
import { diagnosisStates, type Diagnosis } from '../../workers/doctor/diagnosis.ts'
import type { MembersOf } from '../../compose/json-form.ts'

const finding = {
  about: z.string(),
  state: z.enum(diagnosisStates),
  said: z.string(),
  todo: z.string().nullable(),
} satisfies MembersOf<Diagnosis>

/** What `doctor` prints. */
export const doctorForm = z.strictObject({
  schema: z.literal('nightjar/doctor/2'),
  findings: z.array(z.strictObject(finding)),
})
