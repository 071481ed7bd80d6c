import { activityInfo } from '@temporalio/activity'
import type { Activities } from '../../activities/activities.ts'
import type { Script } from './path.ts'
import { answers, type Scene, type Step } from './steps.ts'
import { compose, endedJobs, outcome, plan, sent, sentOnChannel, written } from './usual-answers.ts'

/** The activities of a path: the workflow and Temporal are real, what the services say is scripted. */
export interface ScriptedActivities {
  readonly activities: Activities
  /** The steps that the workflow did not come to, in words. */
  unused(): readonly string[]
}

/** Takes the steps of one activity, in their order. */
interface Queue<Answer> {
  /** The next step, or the same again if Temporal retries the activity; after the last, the usual answer. */
  act(usual: Answer): Promise<Answer>
  unused(): readonly string[]
}

/** Makes the activities that follow a script. */
export function followScript(script: Script, scene: Scene): ScriptedActivities {
  const posts = script.posts ?? [{ flavor: 'Server-dvd-iso' }]
  const queues = queuesOf(script, scene)
  const perFlavor = new Map(
    posts.map(({ flavor, schedulePost = [], observePost = [] }) => [
      flavor,
      {
        schedulePost: queue(`schedulePost ${flavor}`, scene, schedulePost),
        observePost: queue(`observePost ${flavor}`, scene, observePost),
      },
    ]),
  )
  const queuesFor = (flavor: string) => {
    const found = perFlavor.get(flavor)
    if (found === undefined) throw new Error(`the script has no post of ${flavor}`)
    return found
  }
  return {
    activities: {
      nightNow: () =>
        queues.nightNow.act({ isRunning: true, stage: 'find', verdict: 'none yet', endedAt: null }),
      reportedBefore: () => queues.reportedBefore.act(null),
      observeCompose: () => queues.observeCompose.act(seen({ compose })),
      observeCompletion: () =>
        queues.observeCompletion.act(seen({ kind: 'complete', status: 'FINISHED_INCOMPLETE' })),
      observeCandidates: () => queues.observeCandidates.act(seenNothing()),
      observeRespin: () => queues.observeRespin.act(seenNothing()),
      tagCandidate: () => queues.tagCandidate.act(1),
      planCompose: () => queues.planCompose.act(plan('post', posts)),
      schedulePost: ({ flavor }) => queuesFor(flavor).schedulePost.act(outcome('scheduled', flavor)),
      observePost: ({ flavor }) => queuesFor(flavor).observePost.act(seen(outcome('found', flavor))),
      observeJobs: () => queues.observeJobs.act(seen(endedJobs())),
      observeOpen: () =>
        queues.observeOpen.act(seen({ kind: 'next-night', run: 'nightly/rawhide/2026-05-11' })),
      chooseJobs: () => queues.chooseJobs.act({ kind: 'chosen', targets: 'the-targets', count: 2 }),
      restartChosen: () => queues.restartChosen.act({ restarted: 2, refused: [] }),
      restartJobs: ({ restarted, refused }) => queues.restartJobs.act({ restarted, refused }),
      composeReport: ({ outcome: ended, nth }) =>
        queues.composeReport.act({ ...written(ended), edition: nth }),
      recordReport: ({ outcome: ended, nth }) => queues.recordReport.act({ ...written(ended), edition: nth }),
      sendReport: () => queues.sendReport.act(sent('delivered')),
      publishMessage: () => queues.publishMessage.act({ kind: 'sent' }),
      sendOnChannel: () => queues.sendOnChannel.act(sentOnChannel('delivered')),
      closeUnreported: () => queues.closeUnreported.act(undefined),
    },
    unused: () =>
      [
        ...Object.values(queues),
        ...[...perFlavor.values()].flatMap((both) => [both.schedulePost, both.observePost]),
      ].flatMap((each) => each.unused()),
  }
}

function seen<Answer>(answer: Answer) {
  return { kind: 'seen', answer, said: 'it is there' } as const
}

function seenNothing() {
  const answeredAt = new Date().toISOString()
  return { kind: 'not-yet', said: 'it is not there yet', memory: null, answeredAt } as const
}

function queuesOf(script: Script, scene: Scene) {
  return {
    nightNow: queue('nightNow', scene, script.nightNow),
    reportedBefore: queue('reportedBefore', scene, script.reportedBefore),
    observeCompose: queue('observeCompose', scene, script.observeCompose),
    observeCompletion: queue('observeCompletion', scene, script.observeCompletion),
    observeCandidates: queue('observeCandidates', scene, script.observeCandidates),
    observeRespin: queue('observeRespin', scene, script.observeRespin),
    tagCandidate: queue('tagCandidate', scene, script.tagCandidate),
    planCompose: queue('planCompose', scene, script.planCompose),
    observeJobs: queue('observeJobs', scene, script.observeJobs),
    observeOpen: queue('observeOpen', scene, script.observeOpen),
    chooseJobs: queue('chooseJobs', scene, script.chooseJobs),
    restartChosen: queue('restartChosen', scene, script.restartChosen),
    restartJobs: queue('restartJobs', scene, script.restartJobs),
    composeReport: queue('composeReport', scene, script.composeReport),
    recordReport: queue('recordReport', scene, script.recordReport),
    publishMessage: queue('publishMessage', scene, script.publishMessage),
    sendReport: queue('sendReport', scene, script.sendReport),
    sendOnChannel: queue('sendOnChannel', scene, script.sendOnChannel),
    closeUnreported: queue('closeUnreported', scene, script.closeUnreported),
  }
}

function queue<Answer>(name: string, scene: Scene, steps: readonly Step<Answer>[] = []): Queue<Answer> {
  const taken = new Map<string, Step<Answer> | undefined>()
  return {
    act(usual) {
      const { activityId } = activityInfo()
      if (!taken.has(activityId)) taken.set(activityId, steps[taken.size])
      return (taken.get(activityId) ?? answers(usual))(scene)
    },
    unused: () => steps.slice(taken.size).map((_, nth) => `step ${taken.size + nth + 1} of ${name}`),
  }
}
