import { expect, test } from 'vitest'
import { composeTree } from '../../clients/compose-tree.ts'
import { parseComposeId } from '../../compose/naming/compose-id.ts'
import { fedoraSites } from '../../compose/places/sites.ts'
import { readStatus } from '../../sources/read-status.ts'
import { lookAtStatus } from '../../sources/tree-look.ts'
import { stubServer } from '../clients/stub-server.ts'
import { green } from '../../lab/scenarios/green.ts'
import { steppedLab } from './stepped-lab.ts'

const id = parseComposeId('Fedora-Rawhide-20261124.n.0')

/** What is read if this text is the compose's STATUS. */
async function statusOf(text: string): Promise<string | null> {
  await using server = await stubServer((response) => response.end(text))
  const tree = composeTree({ allowedHosts: [new URL(server.url).host] })
  return await readStatus({ tree, sites: { ...fedoraSites, composes: [server.url] } }, id)
}

test.each(['FINISHED', 'FINISHED_INCOMPLETE', 'HIBERNATING', 'W'.repeat(40)])(
  'the word %s is read as a STATUS',
  async (word) => {
    expect(await statusOf(`${word}\n`)).toBe(word)
  },
)

test.each([
  '',
  'FINISHED STARTED',
  'finished',
  'W'.repeat(41),
  '<html><body>Checking that you are not a bot</body></html>',
  `<html>${'x'.repeat(1_000_000)}</html>`,
])('a STATUS that is not one short word is garbled, case %#', async (text) => {
  const read = statusOf(text)

  await expect(read).rejects.toMatchObject({
    kind: 'garbled',
    message: expect.stringMatching(/^the compose tree: expected one word .{0,300}$/),
  })
})

test('a web page in place of STATUS is told as a STATUS that could not be read', async () => {
  await using lab = await steppedLab(green, '2026-11-24')
  const tools = { ...lab.tools, tree: { ...lab.tools.tree, read: async () => '<html>Are you a bot?</html>' } }

  expect(await lookAtStatus(tools, id)).toMatchObject({
    kind: 'unreachable',
    why: expect.stringContaining('got an HTML page: Are you a bot?'),
  })
})
