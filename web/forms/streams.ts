import { z } from 'zod'
import { pageForm } from '../page-form.ts'
import { nightWords } from '../parts/verdict.ts'
import { heardShape } from './parts/night-line.ts'
import { goodComposeShape, standingShape } from './parts/standing.ts'

const running = z.strictObject({
  run: z.string(),
  compose: z.string().nullable(),
  heard: heardShape.nullable(),
})

const night = z.strictObject({
  run: z.string(),
  due: z.string().describe('ISO, UTC'),
  compose: z.string().nullable(),
  word: z.enum(nightWords).describe('its verdict, or how it has none'),
})

const stream = z.strictObject({
  stream: z.string(),
  title: z.string(),
  standing: standingShape.nullable().describe('null before the first verdict'),
  lastGood: goodComposeShape.nullable(),
  running: running.nullable().describe('the night that goes on'),
  nights: z.array(night).describe('the last 30, the latest first'),
})

/** The JSON of `/`. */
export const streamsForm = pageForm('nightjar/page-streams/1', { streams: z.array(stream) })
