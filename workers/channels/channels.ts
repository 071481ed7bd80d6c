import type { Channel } from '../../activities/channels/channel.ts'
import { atomChannel } from '../../activities/channels/atom.ts'
import { commandChannel } from '../../activities/channels/command.ts'
import { matrixChannel } from '../../activities/channels/matrix.ts'
import { resultsDbChannel } from '../../activities/channels/resultsdb.ts'
import { webhookChannel } from '../../activities/channels/webhook.ts'
import type { Settings } from '../config/config.ts'
import { ruleOf } from '../config/mail-rules.ts'
import { matrixTokenOf, resultsDbOf, webhookKeyOf } from './channel-secrets.ts'
import { resultsDbName } from './channel-schema.ts'

/** The longest that a receiver may take for its answer, in milliseconds. */
const longestAnswerMs = 30_000

/** The longest that a command may run, in milliseconds. */
const longestRunMs = 300_000

/** The tables of the channels. */
type ChannelSettings = Pick<Settings, 'webhook' | 'matrix' | 'command' | 'atom' | 'resultsdb' | 'patience'>

/** The channels beside mail that are configured. A secret is read when it is needed. */
export function channelsOf(settings: ChannelSettings, sendMs: number): readonly Channel[] {
  const { atom } = settings
  return [
    ...webhooks(settings, sendMs),
    ...rooms(settings, sendMs),
    ...commands(settings, sendMs),
    ...(atom === undefined ? [] : [atomChannel(atom)]),
    ...results(settings),
  ]
}

function webhooks({ webhook }: ChannelSettings, sendMs: number): readonly Channel[] {
  const deadlineMs = Math.min(sendMs, longestAnswerMs)
  return webhook.map(({ name, url, secret_file: file, ...rule }) =>
    webhookChannel(
      { name, rule: ruleOf([name], rule) },
      { service: `webhook ${name}`, url, deadlineMs },
      () => webhookKeyOf(name, file),
    ),
  )
}

function rooms({ matrix }: ChannelSettings, sendMs: number): readonly Channel[] {
  const deadlineMs = Math.min(sendMs, longestAnswerMs)
  return matrix.map(({ name, homeserver, room, token_file: file, ...rule }) =>
    matrixChannel(
      { name, rule: ruleOf([name], rule) },
      { service: `Matrix ${name}`, homeserver, room, deadlineMs },
      () => matrixTokenOf(name, file),
    ),
  )
}

function commands({ command }: ChannelSettings, sendMs: number): readonly Channel[] {
  const deadlineMs = Math.min(sendMs, longestRunMs)
  return command.map(({ name, run, ...rule }) =>
    commandChannel({ name, rule: ruleOf([name], rule) }, { service: `command ${name}`, run, deadlineMs }),
  )
}

function results(settings: ChannelSettings): readonly Channel[] {
  const { resultsdb } = settings
  if (resultsdb?.nights !== true) return []
  const { streams } = resultsdb
  const rule = ruleOf([resultsDbName], { when: 'always', ...(streams && { streams }) })
  return [resultsDbChannel({ name: resultsDbName, rule }, (signal) => resultsDbOf(settings, signal))]
}
