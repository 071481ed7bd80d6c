import { channelsOf } from '../channels/channels.ts'
import type { Settings } from '../config/config.ts'
import { ok, type Examined } from './diagnosis.ts'
import { examineRefused } from './examine-refused.ts'
import { findingOf, requestMs } from './finding-of.ts'

/**
 * Whether each channel beside mail is well configured and can be reached, and what was refused on them.
 * Nothing is sent.
 */
export async function examineChannels(settings: Settings): Promise<Examined> {
  const channels = channelsOf(settings, requestMs)
  if (channels.length === 0)
    return { findings: [ok('channels', 'none is configured beside mail')], clocks: [] }
  const advice = {
    silent: 'look at the receiver, and at the table of the channel in the configuration',
    wrong: 'correct the table of the channel, its secret or the receiver',
  }
  const findings = channels.map((channel) =>
    findingOf(`channel ${channel.name}`, () => channel.examine(), advice),
  )
  const refused = examineRefused(settings, {
    about: 'reports refused on channels',
    channels: channels.map(({ name }) => name),
    todo: ({ run, channel }) =>
      `put it right, then send the last edition again: nightjar send ${run} --channel ${channel}`,
  })
  return { findings: await Promise.all([...findings, refused]), clocks: [] }
}
