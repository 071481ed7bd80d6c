import { expect, test } from 'vitest'
import { composeTree } from '../../clients/compose-tree.ts'
import { freePort } from '../../workers/temporal/free-port.ts'
import { readReleases } from '../../sources/read-releases.ts'
import { stubServer } from '../clients/stub-server.ts'

function read(url: string) {
  const tree = composeTree({ allowedHosts: [new URL(url).host] })
  return readReleases({ tree, releases: url })
}

test('a list of releases that does not answer, or is another page, is named with its URL', async () => {
  const silent = `http://127.0.0.1:${await freePort()}/release.json`
  await using missing = await stubServer((response) => response.writeHead(404).end())
  await using login = await stubServer((response) => response.end('<html><title>Log in</title></html>'))

  await expect(read(silent)).rejects.toThrow(`the list of releases: ${silent} gave no answer: `)
  await expect(read(missing.url)).rejects.toMatchObject({
    kind: 'absent',
    message: `the list of releases: ${missing.url}/ answered 404 (nothing)`,
  })
  await expect(read(login.url)).rejects.toMatchObject({
    kind: 'garbled',
    message: expect.stringMatching(
      new RegExp(`^the list of releases: ${login.url}: expected release metadata`),
    ),
  })
})
