import type { Lab } from '../lab.ts'
import { startMailGate } from './mail-gate.ts'
import { startRsyncGate } from './rsync-gate.ts'
import type { Guard } from './spoil.ts'
import { startWebGate } from './web-gate.ts'

/** The same lab behind gates: its addresses are those of the gates. `close` also closes the lab. */
export async function gatedLab(lab: Lab, guard: Guard): Promise<Lab> {
  const [tree, koji, openqa, rsync, mail] = await Promise.all([
    startWebGate({ service: 'tree', port: lab.tree.port }, guard),
    startWebGate({ service: 'koji', port: lab.koji.port }, guard),
    startWebGate({ service: 'openqa', port: lab.openqa.port }, guard),
    startRsyncGate(lab.rsync.port, guard),
    startMailGate(lab.inbox.port, guard),
  ])
  const gates = [tree, koji, openqa, rsync, mail]
  return {
    ...lab,
    tree: {
      ...lab.tree,
      port: tree.port,
      url: tree.url,
      composes: moved(lab.tree.composes, tree),
      releases: moved(lab.tree.releases, tree),
    },
    koji: { ...lab.koji, port: koji.port, url: moved(lab.koji.url, koji) },
    openqa: { ...lab.openqa, port: openqa.port, url: openqa.url },
    rsync: { ...lab.rsync, port: rsync.port, url: moved(lab.rsync.url, rsync) },
    inbox: { ...lab.inbox, port: mail.port },
    async close() {
      await Promise.all(gates.map((gate) => gate.close()))
      await lab.close()
    },
  }
}

function moved(url: string, { port }: { readonly port: number }): string {
  const there = new URL(url)
  there.port = String(port)
  return there.href.replace(/\/$/, '')
}
