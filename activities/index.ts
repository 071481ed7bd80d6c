import type { Activities } from './activities.ts'
import { chooseJobs } from './orders/choose-jobs.ts'
import { nightNow } from './night-now.ts'
import { reportedBefore } from './orders/reported-before.ts'
import { restartChosen } from './orders/restart-chosen.ts'
import { observeOpen } from './looks/observe-open.ts'
import { closeUnreported } from './close-unreported.ts'
import { composeReport, recordReport } from './compose-report.ts'
import { observeCandidates } from './looks/observe-candidates.ts'
import { observeCompletion } from './looks/observe-completion.ts'
import { observeCompose } from './looks/observe-compose.ts'
import { observeJobs } from './looks/observe-jobs.ts'
import { observePost } from './looks/observe-post.ts'
import { observeRespin } from './looks/observe-respin.ts'
import { planCompose } from './plan-compose.ts'
import { restartJobs } from './restart-jobs.ts'
import { schedulePost } from './schedule-post.ts'
import { publishMessage } from './messages/publish-message.ts'
import { sendOnChannel } from './channels/send-on-channel.ts'
import { sendReport } from './send-report.ts'
import { tagCandidate } from './tag-candidate.ts'
import type { Tools } from './tools.ts'

/** The activities that a worker offers to Temporal. */
export function createActivities(tools: Tools): Activities {
  return {
    nightNow,
    reportedBefore: reportedBefore(tools),
    observeCompose: observeCompose(tools),
    observeCompletion: observeCompletion(tools),
    observeCandidates: observeCandidates(tools),
    observeRespin: observeRespin(tools),
    planCompose: planCompose(tools),
    schedulePost: schedulePost(tools),
    tagCandidate: tagCandidate(tools),
    observePost: observePost(tools),
    observeJobs: observeJobs(tools),
    restartJobs: restartJobs(tools),
    observeOpen: observeOpen(tools),
    chooseJobs: chooseJobs(tools),
    restartChosen: restartChosen(tools),
    composeReport: composeReport(tools),
    recordReport: recordReport(tools),
    sendReport: sendReport(tools),
    sendOnChannel: sendOnChannel(tools),
    publishMessage: publishMessage(tools),
    closeUnreported: closeUnreported(tools),
  }
}
