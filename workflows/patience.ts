/** A stage's deadline, the longest lap of its looks and its poll interval, in milliseconds. */
export interface StagePatience {
  readonly deadlineMs: number
  readonly lapMs: number
  readonly lookMs: number
}

/** Every time limit of a night. It is in the night's input, so new settings do not change a running night. */
export interface Patience {
  readonly find: StagePatience
  readonly complete: StagePatience
  readonly schedule: StagePatience
  readonly await: StagePatience
  /**
   * How long a night that is not green stays open after its report at most: it ends when the stream's next
   * night has reported.
   */
  readonly watch: StagePatience
  /** How long it stays open at least, also if the next night reports sooner. */
  readonly openMs: number
  /** How long composes are watched for that come when the night no longer looks for one. */
  readonly respins: StagePatience
  /** One look or other call: all its requests together. */
  readonly callMs: number
  /** One post. */
  readonly actMs: number
  /**
   * How long a post with an unknown outcome may still take effect in openQA; also the pause before a mail
   * with an unknown outcome is sent once more.
   */
  readonly settleMs: number
  /** One try to hand a mail over. */
  readonly sendMs: number
  /** How long delivery of a report is retried. */
  readonly deliverMs: number
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/**
 * The times for the real Fedora, each with its reason. Laps grow to three hours, and with them grow the
 * times between what a look tells its night: twelve hours then cost at most 220 history events. Meanwhile the
 * pending activity shows every look's answer.
 */
export const patience: Patience = {
  // The folder appears within minutes. If there is none after six hours, the compose failed to start and
  // nobody made another.
  find: { deadlineMs: 6 * hour, lapMs: 3 * hour, lookMs: 2 * minute },
  // A compose takes five to seven hours, its sync to the mirrors two. Release engineering gets an alarm after
  // a stall of eight hours.
  complete: { deadlineMs: 14 * hour, lapMs: 3 * hour, lookMs: 2 * minute },
  // openQA's planned outages are shorter than this. A later post would not be tested before the next night.
  schedule: { deadlineMs: 6 * hour, lapMs: 3 * hour, lookMs: minute },
  // Tests usually take three hours, and much longer with few workers and two streams at once.
  await: { deadlineMs: 12 * hour, lapMs: 3 * hour, lookMs: 2 * minute },
  // If someone restarts a stuck job in the morning, its result still belongs to this night. The stream's next
  // night may fail to report on a weekend.
  watch: { deadlineMs: 72 * hour, lapMs: 12 * hour, lookMs: 10 * minute },
  // A mail of Friday evening is read on Saturday.
  openMs: 24 * hour,
  // Until the stream's next night. A respin takes hours, so minutes do not matter.
  respins: { deadlineMs: 24 * hour, lapMs: 3 * hour, lookMs: 5 * minute },
  // The slowest call lists the mirror, which has a shorter deadline of its own.
  callMs: 2 * minute,
  // openQA makes a large product's jobs in seconds. Its reverse proxy gives up after one or two minutes.
  actMs: 3 * minute,
  // Longer than any proxy keeps a request that openQA may still be processing.
  settleMs: 10 * minute,
  // RFC 5321 lets a mail server take ten minutes for its last answer, and five for each before.
  sendMs: 30 * minute,
  // A mail server may be down for a weekend. The report itself is in the archive from the start.
  deliverMs: 48 * hour,
}
