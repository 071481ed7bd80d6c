import type { KojiTask } from '../../compose/koji/koji-task.ts'

/** The Koji task of a finished live image, with the given values instead of the usual ones. */
export function taskOf(otherwise: Partial<KojiTask> = {}): KojiTask {
  return {
    id: 1,
    method: 'createLiveMedia',
    state: 'CLOSED',
    arch: 'x86_64',
    name: 'Fedora-KDE-Live',
    version: 'Rawhide',
    release: '20261124.n.0',
    arches: ['x86_64'],
    createdAt: '2026-11-24T06:00:00.000Z',
    completedAt: '2026-11-24T07:00:00.000Z',
    parent: 100,
    failure: null,
    ...otherwise,
  }
}
