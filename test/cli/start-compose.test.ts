import { expect, test } from 'vitest'
import { nightjar } from './nightjar.ts'
import { index, smallFedora } from './small-fedora.ts'

test('a compose that does not exist is not started: no mail says that it is absent', async () => {
  await using fedora = await smallFedora({ '/compose/rawhide/': index('Fedora-Rawhide-20261124.n.0') })
  const compose = 'Fedora-Rawhide-20261124.n.7'

  const ended = await nightjar('start', 'rawhide', '--compose', compose, ...fedora.config)

  expect(ended).toEqual({
    code: 1,
    stdout: '',
    stderr: `nightjar: no ${compose} in ${fedora.server.url}/compose/rawhide/; nothing was started\n`,
  })
  expect(fedora.asked()).toEqual(['/compose/rawhide/'])
})
