/** A test as text: its name, flavor, arch and machine, `base_selinux Server-dvd-iso x86_64 64bit`. */
export type TestKey = `${string} ${string} x86_64 64bit`

/** The id of a compose: `Fedora-Rawhide-20310301.n.0`. */
type StoryCompose = `Fedora-Rawhide-${string}.n.0`

/** The classes that a test of a night may have. */
export const storyClasses = [
  'known',
  'new',
  'still',
  'never-passed',
  'failed',
  'fixed',
  'flaky',
  'soft',
  'not-run',
  'unfinished',
  'unknown',
  'passed',
] as const

/** One of {@link storyClasses}. */
type StoryClass = (typeof storyClasses)[number]

/** The verdicts that nights of the story have. */
export const storyVerdicts = ['broken', 'degraded', 'passed', 'absent', 'unfinished'] as const

/** One of {@link storyVerdicts}. */
type StoryVerdict = (typeof storyVerdicts)[number]

/** A test of the story. */
export interface StoryTest {
  readonly key: TestKey
  readonly required: boolean
  /** The first night that has a job of it; the first of the story if absent. */
  readonly from?: string
  /** The last night that has a job of it; the last of the story if absent. */
  readonly until?: string
}

/** How a job of a night ends that does not just pass at its first try. A restart ends the same way. */
interface StoryJob {
  readonly result: 'failed' | 'softfailed' | 'incomplete'
  /** The modules with that result; if absent, the one that is named like the test. */
  readonly modules?: readonly string[]
  /** Its restart passes. */
  readonly passesOnRestart?: true
  /** A comment on the job of this night refers to this bug. */
  readonly bug?: `https://bugzilla.redhat.com/show_bug.cgi?id=${number}`
}

/** What the report of a night has to say. */
interface StoryExpectation {
  readonly verdict: StoryVerdict
  readonly subject: string
  readonly firstLine: string
  /** The class of every test of the night that has another class than `passed`. */
  readonly classes: Readonly<Record<TestKey, StoryClass>>
  /** For each failed test, the first compose of the row of runs that failed like tonight's. */
  readonly since?: Readonly<Record<TestKey, StoryCompose>>
  /** For each failed test, how many runs that row has. */
  readonly nights?: Readonly<Record<TestKey, number>>
  /** The soft failures that are new. */
  readonly newSoft?: readonly TestKey[]
}

/** One night: what happens, and what its report has to say. */
export interface StoryNight {
  readonly date: string
  /** One sentence. */
  readonly happens: string
  /** `absent`: there is no compose. `lagging`: the mirror does not have all of it at the deadline. */
  readonly outcome: 'tested' | 'absent' | 'lagging'
  /** The images that the compose does not have, though the lab's usual compose has them. */
  readonly missing?: readonly string[]
  /** The jobs that do not just pass. Children of a job that did not pass are skipped. */
  readonly jobs?: Readonly<Record<TestKey, StoryJob>>
  readonly expected: StoryExpectation
}

/** Nights of one stream, one after the other, and the tests that they have. */
export interface Story {
  readonly stream: 'rawhide'
  readonly tests: readonly StoryTest[]
  readonly nights: readonly StoryNight[]
}

/** The compose of a date of the story. */
export function composeOn(date: string): StoryCompose {
  return `Fedora-Rawhide-${date.replaceAll('-', '')}.n.0`
}
