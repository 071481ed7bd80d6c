import { join } from 'node:path'
import { cached, tasksFrom } from '../activities/koji-cache.ts'
import type { Tools } from '../activities/tools.ts'
import { folderArchive } from '../archive/archive.ts'
import { composeTree } from '../clients/compose-tree.ts'
import { koji } from '../clients/koji.ts'
import { mailer, type Mailer } from '../clients/mail.ts'
import { openQa } from '../clients/openqa.ts'
import { rsync } from '../clients/rsync.ts'
import type { Settings } from './config.ts'
import { placesOf, treeHosts } from './places.ts'
import { openQaSecret, smtpPassword } from './secrets.ts'

/** Wires the clients of a configuration together, for a worker or a command. Reads secrets, keeps none in sight. */
export function makeTools(settings: Settings): Tools {
  const places = placesOf(settings)
  const hub = koji({ url: places.koji })
  return {
    places,
    archive: folderArchive(join(settings.folder, 'archive')),
    tree: composeTree({ allowedHosts: treeHosts(settings) }),
    koji: hub,
    // An answer is younger than the look before: whether tasks have settled is judged from looks that differ in time.
    tasks: cached(tasksFrom(hub), { lifetimeMs: settings.patience.complete.lookMs / 2 }),
    rsync: rsync({ allowedHosts: [new URL(places.mirror).host] }),
    async openqa() {
      const secret = await openQaSecret(places.openqa)
      return { client: openQa({ url: places.openqa, ...secret }), canPost: secret !== null }
    },
    mailer: mailerOf(settings),
  }
}

/** For one mail; less than the time that the activity has for it. */
const mailDeadlineMs = 60_000

function mailerOf({ mail }: Settings): Mailer | null {
  if (mail === undefined) return null
  const { host, port, tls, user } = mail
  const password = smtpPassword()
  return mailer({
    host,
    port,
    ...(tls ? { secure: 'tls' as const } : {}),
    deadlineMs: mailDeadlineMs,
    ...(user === undefined ? {} : { user }),
    ...(password === null ? {} : { password }),
  })
}
