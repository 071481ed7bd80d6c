import { describe, expect, test } from 'vitest'
import { nightjar } from '../nightjar.ts'
import { printed } from '../json/printed.ts'
import { imagesOf, index, smallFedora } from '../small-fedora.ts'

test('a release is complete by being on the mirrors', async () => {
  await using fedora = await smallFedora({ '/pub/fedora/linux/releases/43/': 'index' })

  const there = await nightjar('state', '43', ...fedora.config)
  const absent = await nightjar('state', '44_RC-1.2', ...fedora.config)

  expect(there.code).toBe(0)
  expect(absent).toMatchObject({ code: 1, stdout: expect.stringContaining('44_RC-1.2 is absent') })
})

test('a release is looked for in every place that it may have moved to', async () => {
  const archived = '/pub/archive/fedora/linux/releases/41'
  await using fedora = await smallFedora({ [`${archived}/`]: index('Server') })

  const { code, stdout } = await nightjar('state', '41', ...fedora.config)
  const nowhere = await nightjar('state', '40', ...fedora.config)

  expect(code).toBe(0)
  expect(stdout).toContain(`${fedora.server.url}${archived} is there`)
  expect(nowhere.code).toBe(1)
  expect(nowhere.stdout).toMatch(
    /is absent\n {2}there is no \S+\/pub\/fedora\/\S+ and no \S+\/pub\/archive\//,
  )
})

describe('a candidate that is not staged any more', () => {
  const candidate = 'Fedora-41-20241024.1'
  const series = { '/compose/metadata-archive/series/Fedora-41': `${candidate} RC-1.4\n` }
  const own = `/compose/41/${candidate}`

  test('is usable where Pungi made it', async () => {
    await using fedora = await smallFedora({
      ...series,
      [`${own}/STATUS`]: 'FINISHED\n',
      [`${own}/compose/metadata/images.json`]: imagesOf(candidate),
    })

    const { code, stdout } = await nightjar('state', '41_RC-1.4', ...fedora.config)

    expect(code).toBe(0)
    expect(stdout).toContain('41_RC-1.4 is complete: it can be tested')
    expect(stdout).toContain(`it is ${candidate}`)
  })

  test('is complete but not usable when its tree is gone', async () => {
    await using fedora = await smallFedora({
      ...series,
      [`/compose/metadata-archive/2024/${candidate}/images.json`]: imagesOf(candidate),
    })

    const { code, stdout } = await nightjar('state', '41_RC-1.4', '--json', ...fedora.config)

    expect(code).toBe(1)
    expect(printed('nightjar/state/1', stdout)).toMatchObject({ kind: 'complete', usable: false })
    expect(stdout).toContain('its tree is gone')
  })
})
