import { join } from 'node:path'
import { cached, tasksFrom } from '../sources/koji-cache.ts'
import type { Tools } from '../activities/tools.ts'
import { folderArchive } from '../archive/archive.ts'
import { composeTree } from '../clients/compose-tree.ts'
import { koji } from '../clients/koji/koji.ts'
import { mailer } from '../clients/mail/mail.ts'
import { openQa } from '../clients/openqa/openqa.ts'
import { rsync } from '../clients/rsync/rsync.ts'
import type { Settings } from './config/config.ts'
import { deadlinesOf } from './config/deadlines.ts'
import { placesOf, treeHosts } from './config/places.ts'
import { sitesOf } from './config/sites.ts'
import { openQaSecret, smtpPassword } from './config/secrets.ts'

/** Makes the clients of a configuration, for a worker or a command. Secrets stay inside the clients. */
export function makeTools(settings: Settings): Tools {
  const places = placesOf(settings)
  const { read, listMirror, act } = deadlinesOf(settings.patience)
  const hub = koji({ url: places.koji, deadlineMs: read })
  const tools: Tools = {
    places,
    sites: sitesOf(settings),
    releases: settings.compose.releases,
    archive: folderArchive(join(settings.folder, 'archive')),
    tree: composeTree({ allowedHosts: treeHosts(settings), deadlineMs: read }),
    koji: hub,
    // A cached answer must be newer than the last look: one answer seen twice does not show settled tasks.
    tasks: cached(tasksFrom(hub), { lifetimeMs: settings.patience.complete.lookMs / 2 }),
    rsync: rsync({ allowedHosts: [new URL(places.mirror).host], deadlineMs: listMirror }),
    all: async () => tools,
    async openqa() {
      const secret = await openQaSecret(places.openqa)
      const client = openQa({ url: places.openqa, ...secret, deadlineMs: read, actDeadlineMs: act })
      return { client, canPost: secret !== null }
    },
    mail: mailOf(settings, act),
  }
  return tools
}

function mailOf({ mail }: Settings, deadlineMs: number): Tools['mail'] {
  if (mail === undefined) return null
  const { host, port, tls, user, from, to, domain } = mail
  const password = smtpPassword()
  return {
    addresses: { from, to, domain, listId: `Nightjar <${domain}>` },
    mailer: mailer({
      host,
      port,
      ...(tls ? { secure: 'tls' as const } : {}),
      deadlineMs,
      ...(user === undefined ? {} : { user }),
      ...(password === null ? {} : { password }),
    }),
  }
}
