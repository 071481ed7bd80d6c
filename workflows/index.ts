/** The workflows that a worker offers to Temporal. */
export { nightly } from './nightly.ts'
export { openNight } from './open-night.ts'
