import { describe, expect, test } from 'vitest'
import { composeTree, type StreamLimits } from '../../../clients/compose-tree.ts'
import { parseComposeId } from '../../../compose/naming/compose-id.ts'
import { packageChanges } from '../../../compose/packages/package-changes.ts'
import { fedoraSites } from '../../../compose/places/sites.ts'
import { green } from '../../../lab/scenarios/green.ts'
import { sourcePackagesOf, type SourcePackagesLook } from '../../../sources/changes/source-packages.ts'
import { stubServer, type StubServer } from '../../clients/stub-server.ts'
import { documentOf, id } from '../../compose/packages/rpms-json-text.ts'
import { steppedLab } from '../stepped-lab.ts'

/** What is found on a server that answers so. */
async function found(
  answer: Parameters<typeof stubServer>[0],
  limits?: StreamLimits,
): Promise<SourcePackagesLook & { readonly asked: StubServer['arrived'] }> {
  await using server = await stubServer(answer)
  const tree = composeTree({ allowedHosts: [new URL(server.url).host] })
  const sites = { ...fedoraSites, composes: [server.url] }
  return { ...(await sourcePackagesOf({ tree, sites }, id, limits)), asked: server.arrived }
}

describe('the source packages of a compose', () => {
  test('are in its metadata', async () => {
    const rpms = { Everything: { x86_64: { 'bash-0:5.3-1.fc45.src': {}, 'b\u001b[2J-0:1-1.src': {} } } }

    const look = await found((response) => response.end(documentOf(rpms)))

    expect(look).toMatchObject({ kind: 'there', packages: new Map([['bash', '5.3-1.fc45']]), skipped: 1 })
    expect(look.asked.map(({ target }) => target)).toEqual([
      '/rawhide/Fedora-Rawhide-20310301.n.0/compose/metadata/rpms.json',
    ])
  })

  test.each([
    { status: 404, kind: 'absent' },
    { status: 502, kind: 'unreachable' },
    { status: 403, kind: 'unreachable' },
  ])('are $kind after a $status', async ({ status, kind }) => {
    expect(await found((response) => response.writeHead(status).end())).toMatchObject({ kind })
  })

  test.each([
    ['a web page', '<html><title>Are you a bot?</title></html>'],
    ['a cut file', documentOf({ V: {} }).slice(0, -10)],
  ])('are garbled in %s', async (_, text) => {
    expect(await found((response) => response.end(text))).toMatchObject({
      kind: 'garbled',
      why: expect.stringContaining('expected productmd rpms.json'),
    })
  })

  test('are unreachable if the file breaks off on its way', async () => {
    const look = await found((response) => {
      response.writeHead(200, { 'Content-Length': 10_000 })
      response.write(documentOf({ V: {} }), () => response.destroy())
    })

    expect(look).toMatchObject({ kind: 'unreachable' })
  })

  test('are garbled in a file without end, which is not read further than its cap', async () => {
    let sent = 0
    const entry = Buffer.from(',"a-0:1-1.src": {"a-0:1-1.src": {}}'.repeat(2000))
    const look = await found(
      (response) => {
        response.write(documentOf({ V: { x: {} } }).replace(/"x": \{[^]*/, '"x": {"a-0:1-1.src": {}'))
        const more = () => {
          while (!response.destroyed && sent < 300e6 && response.write(entry)) sent += entry.byteLength
        }
        response.on('drain', more)
        more()
      },
      { deadlineMs: 120_000, maxBytes: 40_000_000 },
    )

    expect(look).toMatchObject({ kind: 'garbled', why: expect.stringContaining('more than 40000000 bytes') })
    expect(sent).toBeLessThan(60e6)
  })

  test('are unreachable if the file does not come in time', async () => {
    const look = await found((response) => void response.write('{'), { deadlineMs: 200, maxBytes: 1e6 })

    expect(look).toMatchObject({ kind: 'unreachable', why: expect.stringContaining('none within 0.2 s') })
  })
})

describe('the composes of the lab', () => {
  test('differ from night to night by a few upgrades, one added and one removed package', async () => {
    await using lab = await steppedLab(green, '2026-11-24')
    lab.at(500)

    const [before, after] = await Promise.all(
      ['20261123', '20261124'].map((date) =>
        sourcePackagesOf(lab.tools, parseComposeId(`Fedora-Rawhide-${date}.n.0`)),
      ),
    )

    if (before?.kind !== 'there' || after?.kind !== 'there') throw new Error('a compose has no packages')
    const { added, removed, upgraded, downgraded } = packageChanges(before.packages, after.packages)
    expect([before.packages.size, before.skipped, after.packages.size]).toEqual([40, 0, 40])
    expect([added.length, removed.length, downgraded.length]).toEqual([1, 1, 0])
    expect(upgraded.length).toBeGreaterThanOrEqual(2)
    expect(upgraded.length).toBeLessThanOrEqual(4)
  })

  test('have no packages before their metadata', async () => {
    await using lab = await steppedLab(green, '2026-11-24')

    expect(await sourcePackagesOf(lab.tools, parseComposeId('Fedora-Rawhide-20261124.n.0'))).toEqual({
      kind: 'absent',
    })
  })
})
