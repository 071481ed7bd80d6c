import { expect, test } from 'vitest'
import { settingsOf } from '../../../workers/config/config.ts'
import { serviceHosts } from '../../../workers/process/service-hosts.ts'

test('each host of Fedora is a service; that of the trees and of Koji’s files is the trees', () => {
  const hosts = serviceHosts(settingsOf({ file: null, text: '' }, {}))

  expect(hosts).toMatchObject({
    'kojipkgs.fedoraproject.org': 'trees',
    'koji.fedoraproject.org': 'koji',
    'openqa.fedoraproject.org': 'openqa',
    'dl.fedoraproject.org': 'mirror',
  })
})
