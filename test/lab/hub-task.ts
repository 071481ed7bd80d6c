import type { HubTask } from '../../lab/koji/row.ts'

/** A task of the lab's hub, ended well but for what is said otherwise. */
export function hubTask(otherwise: Partial<HubTask> = {}): HubTask {
  return {
    id: 1,
    parent: null,
    method: 'livecd',
    arch: 'noarch',
    label: null,
    owner: 2745,
    state: 2,
    createdAt: 1_439_885_733.123456,
    startedAt: 1_439_885_773.123456,
    completedAt: 1_439_890_733.123456,
    request: ['Fedora-Live-KDE-x86_64', 'rawhide', 'x86_64', 'rawhide', 'a.ks', { release: '20150818' }],
    result: 'Scratch build, not imported',
    fault: null,
    output: [],
    ...otherwise,
  }
}
