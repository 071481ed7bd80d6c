import { z } from 'zod'
import { pageForm } from '../page-form.ts'
import { heardShape, nightLineShape } from './parts/night-line.ts'
import { editionShape, orderShape, stageShape } from './parts/told-night.ts'

/** The JSON of a night: `/rawhide/2026-11-24`. */
export const nightPageForm = pageForm('nightjar/page-night/1', {
  run: z.string().describe('the workflow id'),
  night: nightLineShape,
  report: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('as report.schema.json has it; null before the first report'),
  editions: z.array(editionShape),
  stages: z.array(stageShape),
  orders: z.array(orderShape),
  heard: z.array(heardShape),
})
