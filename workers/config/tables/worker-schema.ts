import { z } from 'zod'
import { textLike } from './text-like.ts'

const rate = z
  .number()
  .min(0.1, 'expected a number of activities a second, at least 0.1')
  .max(10_000, 'expected a number of activities a second, at most 10000')

/** Where a server listens. */
export const hostAndPort = textLike(
  /^(?:[\w.-]+|\[[\da-fA-F:]+\]):\d{1,5}$/,
  'expected a host and port such as "127.0.0.1:9464"',
)

/** Temporal takes more, but a person types these. */
const word = textLike(/^[A-Za-z0-9][\w.-]{0,99}$/, 'expected a word of letters, digits, ".", "-" and "_"')

/** How the workers work together. */
export const workerSchema = z
  .strictObject({
    /** Where a worker serves its health and metrics; nowhere if absent. NIGHTJAR_LISTEN overrides it. */
    listen: hostAndPort.optional(),
    /** The deployment, if nights are to stay on the version that began them (Worker Versioning). */
    deployment: word.optional(),
    /** The version of these workers; a hash of the workflows if absent. */
    build: word.optional(),
    /** So many looks, posts and other activities a second may begin at a service, of all workers together. */
    openqa_per_second: rate.default(10),
    koji_per_second: rate.default(5),
    trees_per_second: rate.default(5),
  })
  .prefault({})
