/** The workflows that a worker offers to Temporal. */
export { delivery } from './delivery/delivery.ts'
export { nightly } from './nightly.ts'
export { openNight } from './open-night.ts'
export { respins } from './respins/respins.ts'
