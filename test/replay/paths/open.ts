import type { ActivityEnd } from '../contents.ts'
import { rawhideNight, type ActivityName, type Path, type Script } from '../path.ts'
import { answers, neverAnswers } from '../steps.ts'
import { broken } from './broken-night.ts'
import { composeIsComplete, jobsAreScheduled, reports, watchesRespins } from './usual-contents.ts'

type Ended = Partial<Readonly<Record<ActivityName, readonly ActivityEnd[]>>>

/** A night that stays in a stage: the program of today has to go on where another version stopped. */
function openIn(
  stage: string,
  script: Script,
  { activities, children = {}, posts = [] }: Pick<Path['holds'], 'activities' | 'children' | 'posts'>,
): Path {
  const holds = { activities: { ...activities }, children, posts, run: 'open' } as const
  return { name: `open-in-${stage}`, start: rawhideNight(), script, holds }
}

const pending = ['without an end'] as const
const scheduled = { ...jobsAreScheduled, observeJobs: ['completed: seen'] } satisfies Ended

/** Nights that are under way, one for each stage. */
export const open: readonly Path[] = [
  openIn('find', { observeCompose: [neverAnswers] }, { activities: { observeCompose: pending } }),
  openIn(
    'complete',
    { observeCompletion: [neverAnswers] },
    { activities: { ...composeIsComplete, observeCompletion: pending } },
  ),
  openIn(
    'schedule',
    { posts: [{ flavor: 'Server-dvd-iso', schedulePost: [neverAnswers] }] },
    {
      activities: { ...composeIsComplete, planCompose: ['completed: post'], schedulePost: pending },
      children: watchesRespins,
    },
  ),
  openIn(
    'await',
    { observeJobs: [neverAnswers] },
    { activities: { ...jobsAreScheduled, observeJobs: pending }, children: watchesRespins },
  ),
  openIn(
    'report',
    { composeReport: [neverAnswers] },
    { activities: { ...scheduled, composeReport: pending }, children: watchesRespins, posts: ['scheduled'] },
  ),
  openIn(
    'watch',
    { composeReport: [answers(broken)], observeOpen: [neverAnswers] },
    {
      activities: { ...scheduled, ...reports('broken'), observeOpen: pending },
      children: { ...watchesRespins, delivery: ['started'] },
      posts: ['scheduled'],
    },
  ),
]
