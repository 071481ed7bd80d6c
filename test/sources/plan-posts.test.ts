import { expect, test } from 'vitest'
import { parseComposeName } from '../../compose/naming/compose-name.ts'
import { openCompose } from '../../sources/open-compose.ts'
import { planPostsOf, releaseOf } from '../../sources/plan-posts.ts'
import { composeServices } from '../../workers/config/compose-source.ts'
import { loadConfig } from '../../workers/config/config.ts'
import { imagesOf, smallFedora, type Files } from '../cli/small-fedora.ts'

const candidate = 'Fedora-44-20261030.0'

const metadata: Files = {
  '/release.json': '{"fedora": {"stable": [42, 43], "branched": [44]}}',
  '/pub/alt/stage/44_RC-1.2/metadata/images.json': imagesOf(candidate),
}

const lists: Files = {
  '/pub/fedora/imagelist-fedora': [
    './linux/releases/43/Server/x86_64/iso/Fedora-Server-dvd-x86_64-43-1.6.iso',
    './linux/releases/test/44_Beta/Server/x86_64/iso/Fedora-Server-dvd-x86_64-44_Beta-1.3.iso',
  ].join('\n'),
  '/pub/alt/imagelist-alt': [
    './releases/43/Spins/x86_64/iso/Fedora-i3-Live-x86_64-43-1.6.iso',
    './stage/22_Beta_TC3/Server/x86_64/iso/Fedora-Server-DVD-x86_64-22_Beta_TC3.iso',
    './stage/22_RC2/Server/x86_64/iso/Fedora-Server-DVD-x86_64-22.iso',
    './live-respins/F43-WORK-x86_64-LIVE-20261120.iso',
  ].join('\n'),
}

test.each([
  [
    '44_RC-1.2',
    '/pub/alt/stage/44_RC-1.2',
    'Server/x86_64/iso/Fedora-Server-dvd-Rawhide-20261124.n.0.x86_64.iso',
  ],
  ['43', '/pub/fedora/linux/releases/43', 'Server/x86_64/iso/Fedora-Server-dvd-x86_64-43-1.6.iso'],
  [
    '44_Beta',
    '/pub/fedora/linux/releases/test/44_Beta',
    'Server/x86_64/iso/Fedora-Server-dvd-x86_64-44_Beta-1.3.iso',
  ],
  ['22_Beta_TC3', '/pub/alt/stage/22_Beta_TC3', 'Server/x86_64/iso/Fedora-Server-DVD-x86_64-22_Beta_TC3.iso'],
  ['22_RC2', '/pub/alt/stage/22_RC2', 'Server/x86_64/iso/Fedora-Server-DVD-x86_64-22.iso'],
  ['FedoraRespin-43-updates-20261120.0', '/pub/alt/live-respins', 'F43-WORK-x86_64-LIVE-20261120.iso'],
])('the posts of %s name the place on the mirror where its images are', async (name, tree, file) => {
  const { url, posts } = await planned(name, { ...metadata, ...lists })

  expect(new Set(posts.map(({ settings }) => settings['LOCATION']))).toEqual(new Set([`${url}${tree}`]))
  expect(posts[0]?.settings['ISO_URL']).toBe(`${url}${tree}/${file}`)
})

test('an image in the second tree of a release is posted with its URL there', async () => {
  const { url, posts } = await planned('43', { ...metadata, ...lists })

  expect(posts.map(({ settings }) => settings['ISO_URL'])).toContain(
    `${url}/pub/alt/releases/43/Spins/x86_64/iso/Fedora-i3-Live-x86_64-43-1.6.iso`,
  )
})

async function planned(name: string, files: Files) {
  await using fedora = await smallFedora(files)
  const services = composeServices(loadConfig(fedora.config[1]))
  const opened = await openCompose(services, parseComposeName(name))
  const wishes = { version: releaseOf(opened) ?? '', arches: ['x86_64'] }
  const { posts } = await planPostsOf(services, opened, wishes)
  return { url: fedora.server.url, posts }
}
