import { probeBus } from '../../clients/bus/publish.ts'
import { messagesChannel } from '../../report/messages/night-message.ts'
import { clientProperties } from '../bus/client-properties.ts'
import type { Settings } from '../config/config.ts'
import { ok, type Examined } from './diagnosis.ts'
import { examineCertificate } from './examine-certificate.ts'
import { examineRefused } from './examine-refused.ts'
import { findingOf } from './finding-of.ts'

const about = 'publishing'

/** Whether nights can say on the bus what happens in them, and what was set aside. Nothing is sent. */
export async function examinePublish(settings: Settings): Promise<Examined> {
  const { publish } = settings
  if (publish === undefined)
    return {
      findings: [ok(about, 'nights say nothing on the message bus: there is no [publish]')],
      clocks: [],
    }
  const findings = await Promise.all([
    findingOf(about, () => probeBus({ place: publish, client: clientProperties() }), {
      silent: 'look at the broker and the network',
      wrong: 'correct [publish], or ask for another certificate',
    }),
    examineCertificate('certificate for publishing', publish),
    examineRefused(settings, {
      about: 'messages set aside',
      channels: [messagesChannel],
      todo: () => 'put right what the broker said; they are not sent again',
    }),
  ])
  return { findings, clocks: [] }
}
