import { composeChanged } from '../../../workflows/waiting/nudge.ts'
import { candidateNight, candidatesWatch, type Path, type PostScript } from '../path.ts'
import { answers, fails, neverAnswers, sees, signals } from '../steps.ts'
import { plan } from '../usual-answers.ts'
import { jobsAreScheduled, reports } from './usual-contents.ts'

const run = 'candidate/44/RC-1.1'
const compose = 'Fedora-44-20260510.0'
const posts: readonly PostScript[] = [{ flavor: 'Server-dvd-iso' }]
const planned = answers({ ...plan('post', posts), isCandidate: true } as const)

/** Watches for candidates, and nights of candidates. */
export const candidatePaths: readonly Path[] = [
  {
    name: 'candidate-found-by-a-watch',
    start: candidatesWatch(),
    script: {
      observeCandidates: [
        signals(composeChanged, neverAnswers),
        sees({ candidates: [{ compose, run, date: '2026-05-10' }] }),
      ],
    },
    holds: {
      activities: { observeCandidates: ['cancelled', 'completed: seen', 'completed: not-yet'] },
      signals: { composeChanged: ['observeCandidates'] },
      children: { nightly: ['started'] },
      run: 'completed',
    },
  },
  {
    name: 'watch-for-candidates-without-hope',
    start: candidatesWatch(),
    script: { observeCandidates: [fails('NoCandidates')] },
    holds: { activities: { observeCandidates: ['failed: NoCandidates'] }, run: 'completed' },
  },
  {
    name: 'candidate-tagged-as-important',
    start: candidateNight(compose),
    script: { posts, planCompose: [planned] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen'],
        tagCandidate: ['completed'],
        ...reports('passed'),
      },
      posts: ['scheduled'],
      children: { delivery: ['started'] },
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'candidate-that-openqa-does-not-tag',
    start: candidateNight(compose),
    script: { posts, planCompose: [planned], tagCandidate: [fails('NotTagged')] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen'],
        tagCandidate: ['failed: NotTagged'],
        ...reports('passed'),
      },
      posts: ['scheduled'],
      children: { delivery: ['started'] },
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
]
