import { windowOf } from '../compose/streams/due-window.ts'
import { messageBusOf } from './bus/message-bus.ts'
import { cached, tasksFrom } from '../sources/koji-cache.ts'
import type { Tools } from '../activities/tools.ts'
import type { NightArchive } from '../archive/night-archive.ts'
import type { ComposeTools } from '../sources/compose-tools.ts'
import { composeTree } from '../clients/compose-tree.ts'
import { koji } from '../clients/koji/koji.ts'
import { mailer } from '../clients/mail/mail.ts'
import { openQa } from '../clients/openqa/openqa.ts'
import { rsync } from '../clients/rsync/rsync.ts'
import { watchBuilds } from '../sources/openqa/build-watch.ts'
import { channelsOf } from './channels/channels.ts'
import type { Settings } from './config/config.ts'
import { deadlinesOf } from './config/deadlines.ts'
import { rulesOf } from './config/mail-rules.ts'
import { placesByStream, placesOf, treeHosts } from './config/places.ts'
import { sitesOf } from './config/sites.ts'
import { linesOf } from './config/streams.ts'
import { dueOf, timesOf } from './due.ts'
import { programVersion } from './program-version.ts'
import { mailServerOf } from './config/mail-server.ts'
import { openQaSecret } from './config/secrets.ts'

/** Makes the clients of composes, for commands that need them all. */
export function makeComposeTools(settings: Settings): ComposeTools {
  const places = placesOf(settings)
  const { read, listMirror } = deadlinesOf(settings.patience)
  const hub = koji({ url: places.koji, deadlineMs: read })
  const tools: ComposeTools = {
    places,
    sites: sitesOf(settings),
    lines: linesOf(settings),
    releases: settings.compose.releases,
    tree: composeTree({ allowedHosts: treeHosts(settings), deadlineMs: read }),
    koji: hub,
    // A cached answer must be newer than the last look: one answer seen twice does not show settled tasks.
    tasks: cached(tasksFrom(hub), { lifetimeMs: settings.patience.complete.lookMs / 2 }),
    rsync: rsync({ allowedHosts: [new URL(places.mirror).host], deadlineMs: listMirror }),
    all: async () => tools,
  }
  return tools
}

/** Everything that the nights act through. Reads secrets, keeps none in sight. */
export function makeTools(settings: Settings, archive: NightArchive): Tools {
  const composes = makeComposeTools(settings)
  const { read, act, send } = deadlinesOf(settings.patience)
  const { openqa: url } = composes.places
  return {
    ...composes,
    archive,
    dueOf: (night) => dueOf(settings, night),
    windowOf: (night) => windowOf(timesOf(settings, night.stream), night),
    placesFor: placesByStream(composes.places, settings),
    async openqa() {
      // Without a key, it cannot post by mistake either.
      if (!settings.openqa.post) {
        const client = openQa({ url, deadlineMs: read })
        return { client, canPost: false, observes: 'openqa.post is false' }
      }
      const secret = await openQaSecret(url)
      const client = openQa({ url, ...secret, deadlineMs: read, actDeadlineMs: act })
      return { client, canPost: secret !== null }
    },
    builds: watchBuilds(),
    program: programVersion(),
    publishBy: settings.orders.publish_by,
    mail: mailOf(settings, send),
    channels: channelsOf(settings, send),
    bus: messageBusOf(settings),
  }
}

/** Those who get mails, and the way to them; null if no mail is configured. */
export function mailOf({ mail }: Pick<Settings, 'mail'>, deadlineMs: number): Tools['mail'] {
  if (mail === undefined) return null
  const { from, domain } = mail
  return {
    sender: { from, domain, listId: `Nightjar <${domain}>` },
    rules: rulesOf(mail),
    mailer: mailer(mailServerOf(mail, deadlineMs)),
  }
}
