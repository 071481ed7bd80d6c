import { z } from 'zod'
import { recordedJson } from '../recorded/read.ts'
import { answersSchema } from './answers.ts'

const requests = z.record(z.enum(['find', 'images', 'expected', 'previous', 'diff']), z.number())

/** What fedfind answered about each subject, and how many requests each answer took. */
export const fedfindRecorded = recordedJson(
  'fedfind.json',
  z.object({ asked: z.string(), answers: z.array(answersSchema), requests: z.array(requests) }),
)
