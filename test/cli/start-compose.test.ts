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

test('a compose is named by its URL, too', async () => {
  await using fedora = await smallFedora({ '/compose/rawhide/': index('Fedora-Rawhide-20261124.n.0') })
  const folder = `${fedora.server.url}/compose/rawhide`
  const start = (stream: string, url: string) => nightjar('start', stream, '--compose', url, ...fedora.config)

  const gone = await start('rawhide', `${folder}/Fedora-Rawhide-20261124.n.7/`)
  const other = await start('branched', `${folder}/Fedora-Rawhide-20261124.n.0/compose/`)

  expect(gone.stderr).toContain(`no Fedora-Rawhide-20261124.n.7 in ${folder}/; nothing was started`)
  expect(other).toMatchObject({
    code: 2,
    stderr: 'nightjar: Fedora-Rawhide-20261124.n.0 is not a compose of branched, but of rawhide\n',
  })
  expect(fedora.asked()).toEqual(['/compose/rawhide/'])
})

test('where nobody can tell in which due window a compose started, none is guessed and nothing is started', async () => {
  const compose = 'Fedora-eln-20261124.n.1'
  await using fedora = await smallFedora({ '/compose/eln/': index(compose) })

  const ended = await nightjar('start', 'eln', '--compose', compose, ...fedora.config)

  expect(ended).toMatchObject({ code: 3, stdout: '' })
  expect(ended.stderr).toContain(
    `/eln/${compose}/COMPOSE_ID answered 404 (an HTML page: no); in which due window ${compose} started is not known, so nothing was started`,
  )
})
