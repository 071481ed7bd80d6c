import { expect, test } from 'vitest'
import { shortBeside, shortCompose } from '../../report/short-compose.ts'

test.each([
  ['Fedora-Rawhide-20261124.n.0', '20261124.n.0'],
  ['Fedora-44-20261124.n.1', '20261124.n.1'],
  ['Fedora-IoT-43-20261124.0', '20261124.0'],
  ['Fedora-eln-20261124.n.2', '20261124.n.2'],
  ['AlmaLinux-10-20261124.0', '20261124.0'],
  ['CentOS-Stream-10-20261124.d.0', '20261124.d.0'],
  ['Fedora-43-updates-testing-20261124.0', 'updates-testing-20261124.0'],
  ['Rawhide__20150820', 'Rawhide__20150820'],
])('%s is %s in short', (id, short) => {
  expect(shortCompose(id)).toBe(short)
})

test('a compose of another product or release keeps its name', () => {
  expect(shortBeside('Fedora-IoT-43-20261124.0', 'Fedora-IoT-43-20261123.0')).toBe('20261124.0')
  expect(shortBeside('Fedora-IoT-43-20261124.0', 'Fedora-43-20261123.0')).toBe('Fedora-IoT-43-20261124.0')
})
