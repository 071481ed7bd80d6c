/** The list of workflows that a worker offers: Temporal reads it. */
export { nightly } from './nightly.ts'
export { openNight } from './open-night.ts'
