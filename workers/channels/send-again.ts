import type { Message } from '../../activities/channels/channel.ts'
import { deliveryId } from '../../activities/delivery/delivery-id.ts'
import type { Settings } from '../config/config.ts'
import { deadlinesOf } from '../config/deadlines.ts'
import { channelsOf } from './channels.ts'

/** The names of the channels of a configuration, beside mail. */
export function channelNames(settings: Settings): readonly string[] {
  return channelsOf(settings, deadlinesOf(settings.patience).send).map(({ name }) => name)
}

/**
 * Hands an edition of the archive over once more, whoever wants it by the rules, with the id that it had;
 * answers what the other side said, null where there is no such channel. @throws ClientFailure
 */
export async function sendAgain(
  settings: Settings,
  name: string,
  { report, archive }: Pick<Message, 'report' | 'archive'>,
): Promise<string | null> {
  const channels = channelsOf(settings, deadlinesOf(settings.patience).send)
  const channel = channels.find((each) => each.name === name)
  if (channel === undefined) return null
  const id = deliveryId(report.run, String(report.edition))
  return await channel.send({ id, report, archive, signal: new AbortController().signal })
}
