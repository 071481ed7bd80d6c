import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAtMirror } from '../../sources/mirror-look.ts'
import { rsync } from '../../clients/rsync/rsync.ts'
import { parseComposeId } from '../../compose/naming/compose-id.ts'
import { startRsyncDaemon, type RsyncDaemon } from '../../lab/rsync-daemon.ts'
import { green } from '../../lab/scenarios/green.ts'
import { composesOf } from '../../lab/nightly.ts'
import { haveRsync } from '../have-rsync.ts'
import { steppedLab } from './stepped-lab.ts'

const date = '2026-11-24'
const id = parseComposeId('Fedora-Rawhide-20261124.n.0')
const images = composesOf(green, date)[0]?.images ?? []
const lacking = 'Silverblue dvd-ostree x86_64'
const halfway = 'KDE live x86_64'

describe.skipIf(!haveRsync)('a mirror that lacks an image', () => {
  let root: string
  let daemon: RsyncDaemon

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'nightjar-mirror-'))
    for (const { path, size, subvariant, type, arch } of images) {
      const name = `${subvariant} ${type} ${arch}`
      if (name === lacking) continue
      const file = join(root, 'fedora/linux/development/rawhide', path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, '')
      await truncate(file, name === halfway ? Math.round(size / 2) : size)
    }
    daemon = await startRsyncDaemon({ root })
  })

  afterAll(async () => {
    await daemon.close()
    await rm(root, { recursive: true })
  })

  test('is told by the first that lacks and the first that is only half there', async () => {
    const seen = await look({})

    expect(seen).toMatchObject({ kind: 'listed', wanted: 8, present: 6 })
    expect(seen).toHaveProperty(
      'said',
      `mirror has 6 of 8 wanted images; ${halfway} is 1.5 of 2.9 GB; ${lacking} is not there`,
    )
  })

  test('has all that is wanted of another arch', async () => {
    expect(await look({ arches: ['ppc64le'] })).toMatchObject({ kind: 'listed', wanted: 5, present: 5 })
  })

  test('is not asked where the installation does not want it', async () => {
    expect(await look({ mirrorRequired: false })).toEqual({ kind: 'waived' })
  })

  async function look(otherwise: { readonly arches?: readonly string[]; readonly mirrorRequired?: boolean }) {
    await using lab = await steppedLab(green, date, {
      mirror: daemon.url,
      mirrorRequired: true,
      ...otherwise,
    })
    const allowedHosts = [new URL(daemon.url).host]
    return await lookAtMirror({ ...lab.tools, rsync: rsync({ allowedHosts }) }, id, images)
  }
})
