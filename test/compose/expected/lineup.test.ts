import { expect, test } from 'vitest'
import { parseComposeId } from '../../../compose/naming/compose-id.ts'
import { lineupOf } from '../../../compose/expected/lineup.ts'

test.each([
  ['Fedora-Rawhide-20261124.n.0', 'fedora', 'Rawhide'],
  ['Fedora-44-20261124.n.0', 'fedora', 44],
  ['Fedora-44-20261124.0', 'fedora', 44],
  ['Fedora-eln-20261124.n.0', 'eln', 'Rawhide'],
  ['Fedora-Cloud-43-20261124.0', 'cloud', 43],
  ['Fedora-Container-43-20261124.0', 'container', 43],
  ['Fedora-IoT-43-20261124.0', 'iot', 43],
  ['FedoraRespin-43-20261124.0', 'respin', 43],
  ['Fedora-ELN-20261124.n.0', 'eln', 'Rawhide'],
  ['Fedora-43-updates-20261124.0', 'other', 43],
  ['Fedora-EPEL-10-20261124.0', 'other', 10],
] as const)('%s is judged by the lineup %s as release %s', (id, lineup, release) => {
  expect(lineupOf(parseComposeId(id))).toEqual({ lineup, release })
})
