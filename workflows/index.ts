/** The workflows that a worker offers to Temporal. */
export { watchCandidates } from './candidates/watch-candidates.ts'
export { delivery } from './delivery/delivery.ts'
export { messages } from './messages/messages.ts'
export { nightly } from './nightly.ts'
export { openNight } from './open-night.ts'
export { respins } from './respins/respins.ts'
