import { messagesChannel } from '../../activities/messages/publish-message.ts'
import { probeBus } from '../../clients/bus/publish.ts'
import { askArchive } from '../archive-place.ts'
import { clientProperties } from '../bus/client-properties.ts'
import type { Settings } from '../config/config.ts'
import { noAnswer, ok, warning, wordsOf, type Diagnosis, type Examined } from './diagnosis.ts'
import { examineCertificate } from './examine-certificate.ts'
import { findingOf } from './finding-of.ts'

/** Messages that were set aside so long ago are of no interest any more. */
const weekMs = 7 * 86_400_000

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
    setAside(settings),
  ])
  return { findings, clocks: [] }
}

async function setAside(settings: Settings): Promise<Diagnosis> {
  const own = 'messages set aside'
  const since = new Date(Date.now() - weekMs).toISOString()
  try {
    const refused = await askArchive(settings, (archive) => archive.refusedOn(messagesChannel, since))
    if (refused === null) return noAnswer(own, 'there is no archive to ask', 'see the archive')
    const [last] = refused
    if (last === undefined) return ok(own, 'none in a week')
    const count = refused.length
    const said = `${count === 100 ? 'at least ' : ''}${count} in a week, the last of ${last.run}: ${last.why}`
    return warning(own, said, 'correct what the broker refuses; they are not sent again')
  } catch (thrown) {
    return noAnswer(own, wordsOf(thrown), 'look at the archive')
  }
}
