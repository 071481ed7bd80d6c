import { expect, test } from 'vitest'
import { locate } from '../../../compose/expected/opened-compose.ts'
import type { Image } from '../../../compose/images/image.ts'
import type { PlanInput } from '../../../jobs/plan/plan-input.ts'
import { planPosts } from '../../../jobs/plan/plan.ts'
import { image } from '../nightly-images.ts'

const location = 'https://kojipkgs.example/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose'
const dvd = image('Server dvd iso x86_64')

test.each<[string, readonly Image[], string | undefined]>([
  ['a container', [toolbox('container tar.xz x86_64', 'a')], 'a'],
  ['a container under its old type', [toolbox('docker tar.xz x86_64', 'a')], 'a'],
  [
    'the last of two containers',
    [toolbox('container tar.xz x86_64', 'a'), toolbox('docker tar.xz x86_64', 'b')],
    'b',
  ],
  [
    'not the image for bootc beside it',
    [toolbox('container tar.xz x86_64', 'a'), toolbox('bootable-container ociarchive x86_64', 'b')],
    'a',
  ],
  ['none of another format', [toolbox('container ociarchive x86_64', 'a')], undefined],
  ['none of another type', [toolbox('raw-xz tar.xz x86_64', 'a')], undefined],
  ['none of another arch', [toolbox('container tar.xz aarch64', 'a')], undefined],
])('the toolbox of a post is %s', (_, toolboxes, path) => {
  const [post] = planPosts({ ...input, images: locate(location, [...toolboxes, dvd]) })

  expect(post?.settings['TOOLBOX_IMAGE']).toBe(path && `${location}/${path}`)
})

const input: Omit<PlanInput, 'images'> = {
  compose: 'Fedora-Rawhide-20261124.n.0',
  version: 'Rawhide',
  location,
  label: null,
  arches: ['x86_64'],
  releases: { CURRREL: '43', RAWREL: '45', UP1REL: '44', UP2REL: '43' },
}

function toolbox(kind: string, path: string): Image {
  return image(`Container_Toolbox ${kind}`, { path })
}
