/** How long one stage may take, how long a lap of looks lasts at most, and how far apart the looks are. All in milliseconds. */
export interface StagePatience {
  readonly deadlineMs: number
  readonly lapMs: number
  readonly lookMs: number
}

/** Every wait of a night. It is part of a night's input, so that a changed table never touches a night under way. */
export interface Patience {
  readonly find: StagePatience
  readonly complete: StagePatience
  readonly schedule: StagePatience
  readonly await: StagePatience
  /** How long a night whose jobs were unfinished at the deadline is watched for an amended report. */
  readonly watch: StagePatience
  /** One look or other call: all its requests together. */
  readonly callMs: number
  /** One post, or one mail handed over. */
  readonly actMs: number
  /** How long after a post of unknown outcome openQA is still looked at before nothing is taken to have come of it. */
  readonly settleMs: number
  /** How long delivery of a report is tried. */
  readonly deliverMs: number
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/**
 * The patience with the real Fedora, each with its reason. Laps grow to three hours: a wait of twelve then costs some
 * forty events of history, and the pending activity shows every look's answer in between.
 */
export const patience: Patience = {
  // The folder appears within minutes of the hour; after six the night's compose failed to start and nobody made another.
  find: { deadlineMs: 6 * hour, lapMs: 3 * hour, lookMs: 2 * minute },
  // A compose takes five to seven hours and its sync to the mirrors two; release engineering is alarmed at a stall of eight.
  complete: { deadlineMs: 14 * hour, lapMs: 3 * hour, lookMs: 2 * minute },
  // openQA's planned outages are shorter than this; what is posted later would not be tested before the next night.
  schedule: { deadlineMs: 6 * hour, lapMs: 3 * hour, lookMs: minute },
  // Three hours of tests are usual; with few workers and two streams at once a whole night is not.
  await: { deadlineMs: 12 * hour, lapMs: 3 * hour, lookMs: 2 * minute },
  // Someone restarts a stuck job in the morning: its result still belongs to this night.
  watch: { deadlineMs: 12 * hour, lapMs: 3 * hour, lookMs: 10 * minute },
  // A slow mirror listing is the longest: its own deadline is shorter.
  callMs: 2 * minute,
  // openQA makes a large product's jobs in seconds; its reverse proxy gives up after one or two minutes.
  actMs: 3 * minute,
  // Longer than any proxy holds a request that openQA may still be working on.
  settleMs: 10 * minute,
  // A mail server's outage of a weekend; the report itself is on disk from the start.
  deliverMs: 48 * hour,
}
