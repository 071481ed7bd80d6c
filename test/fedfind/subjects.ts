/** A compose of one class, and how each program is asked for it. */
export interface Subject {
  /** As the table of docs/fedfind.md has it. */
  readonly name: string
  /** The word that Nightjar's commands get. `URL` stands for that of the server. */
  readonly word: string
  /** The arguments of fedfind's `get_release`. */
  readonly asked: Readonly<Record<string, string>>
  /** How each finds it by its stream and date. Null where neither can. */
  readonly search: {
    readonly stream: string
    readonly date: string | null
    /** Where it is another than that of the word. */
    readonly release?: string
    readonly asked: Readonly<Record<string, string>>
  } | null
}

const date = '2026-11-24'
const compose = '20261124'

/** One compose of each class, at least. */
export const subjects: readonly Subject[] = [
  byId('RawhideNightly', 'Fedora-Rawhide-20261124.n.1', search('rawhide', { release: 'Rawhide' })),
  byId('RawhideNightly, none finished', 'Fedora-Rawhide-20261124.n.0', {
    stream: 'rawhide',
    date: '2026-11-25',
    asked: { release: 'Rawhide', compose: '20261125' },
  }),
  byId('RawhideNightly, after a week', 'Fedora-Rawhide-20261120.n.0', null),
  byId('RawhideNightly, deleted', 'Fedora-Rawhide-20261001.n.0', null),
  byId('BranchedNightly', 'Fedora-44-20261124.n.0', search('branched', { milestone: 'Branched' })),
  byId('ElnNightly', 'Fedora-eln-20261124.n.3', search('eln', { release: 'eln' })),
  byId('CloudNightly', 'Fedora-Cloud-43-20261124.0', search('cloud', { dist: 'Fedora-Cloud' })),
  byId(
    'ContainerNightly',
    'Fedora-Container-43-20261124.0',
    search('container', { dist: 'Fedora-Container' }),
  ),
  byId('IoTNightly', 'Fedora-IoT-43-20261124.0', search('iot', { dist: 'Fedora-IoT' })),
  byId('Updates', 'Fedora-43-updates-20261124.0', search('updates', { milestone: 'Updates' })),
  byId(
    'UpdatesTesting',
    'Fedora-43-updates-testing-20261124.0',
    search('updates-testing', { milestone: 'Updates-testing' }),
  ),
  {
    ...byId('EPEL', 'Fedora-EPEL-10.1-updates-20261124.0', null),
    search: { stream: 'epel', date, asked: { cid: 'Fedora-EPEL-10.1-updates-20261124.0' } },
  },
  byId('Production', 'Fedora-42-20250409.0', {
    stream: 'candidate',
    date: '2026-11-02',
    release: '44',
    asked: { milestone: 'Production', compose: '20261102' },
  }),
  byWord('Production by label', '42_RC-1.1', { release: '42', label: 'RC-1.1' }),
  byWord('Compose', '44_Beta-1.2', { release: '44', label: 'Beta-1.2' }),
  {
    ...byId('RespinRelease', 'FedoraRespin-43-updates-20251215.0', null),
    search: { stream: 'respin', date: null, asked: { dist: 'FedoraRespin' } },
  },
  byWord('Milestone', '43_Beta', { release: '43', milestone: 'Beta' }),
  byWord('CurrentRelease', '43', { release: '43' }),
  byWord('CurrentRelease with metadata', '42', { release: '42' }),
  byWord('ArchiveRelease', '40', { release: '40' }),
  byWord('CoreRelease', '6', { release: '6' }),
  byUrl('Pungi4Release', 'URL/compose/alma/AlmaLinux-10-20261124.0/compose'),
]

function search(stream: string, asked: Readonly<Record<string, string>>): Subject['search'] {
  return { stream, date, asked: { ...asked, compose } }
}

function byId(name: string, id: string, found: Subject['search']): Subject {
  return { name, word: id, asked: { cid: id }, search: found }
}

function byWord(name: string, word: string, asked: Subject['asked']): Subject {
  return { name, word, asked, search: null }
}

function byUrl(name: string, url: string): Subject {
  return { name, word: url, asked: { url }, search: null }
}
