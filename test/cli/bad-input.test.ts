import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { imageMethods } from '../../compose/koji/koji-method.ts'
import { nightjar } from './nightjar.ts'
import { imagesOf, smallFedora } from './small-fedora.ts'

const id = 'Fedora-Rawhide-20261124.n.0'
const metadata = `/compose/rawhide/${id}/compose/metadata/images.json`

test.each([
  ['Fedora-Rawhide-20261124.n', 'expected a compose: an id such as'],
  ['Fedora-Rawhide-20261324.n.0', 'expected a compose: an id such as'],
  ['RC-1.2', 'expected the release with its label, such as 44_RC-1.2'],
  [`https://example.org/compose/rawhide/${id}/compose`, 'expected a URL on an allowed host'],
  [`https://kojipkgs.fedoraproject.org/compose/rawhide/../../${id}/compose`, '".."'],
  [`https://user:secret@kojipkgs.fedoraproject.org/compose/rawhide/${id}`, 'without credentials'],
  ['file:///etc/passwd', 'expected an http(s) URL'],
  ['./nowhere/images.json', 'there is no file or folder "./nowhere/images.json"'],
  ['', 'expected a compose'],
])('%j names no compose: one line says why, exit code 2', async (word, said) => {
  for (const command of ['images', 'state']) {
    const { code, stdout, stderr } = await nightjar(command, word)

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(said)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  }
})

test.each([
  ['HTML', '<!DOCTYPE html><html>Bot wall</html>', 'got an HTML page: Bot wall'],
  ['JSON that was cut off', imagesOf(id).slice(0, 5000), 'JSON cut off after 5000 characters'],
  ['JSON of another kind', '{"header": {"type": "productmd.rpms", "version": "1.2"}}', 'productmd.rpms'],
  [
    'a path that leaves the compose',
    imagesOf(id).replace('Labs/x86_64/iso/', '../../../etc/'),
    'leaves the compose',
  ],
  [
    'the images of another compose',
    imagesOf('Fedora-Rawhide-20261123.n.0'),
    `expected the images.json of ${id}`,
  ],
])(
  '%s instead of images.json is told in one line and is no answer, exit code 3',
  async (_what, text, said) => {
    await using fedora = await smallFedora({ [metadata]: text })

    const { code, stdout, stderr } = await nightjar('images', id, ...fedora.config)

    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toContain(said)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  },
)

test.each([
  ['a login page', '<html><form>Log in <a href="/accounts/password/">Forgot?</a></form></html>'],
  ['the start of an index', '<html><pre><a href="?C=N;O=D">Name</a>'],
])('%s instead of the folder index is not "no compose", exit code 3', async (_what, page) => {
  await using fedora = await smallFedora({ '/compose/rawhide/': page })

  const { code, stdout, stderr } = await nightjar('find', 'rawhide', ...fedora.config)

  expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
  expect(stderr).toContain('expected a folder index with links to folders, got ')
})

test.each([
  ['XML that was cut off', '<?xml version="1.0"?><methodResponse><params><param><value><array>'],
  ['a login page', '<!DOCTYPE html><html><body><form>Log in</form></body></html>'],
  ['rows that are no tasks', answerOf('<array><data><value><string>row</string></value></data></array>')],
])("%s instead of Koji's tasks is no answer, exit code 3", async (_what, xml) => {
  await using fedora = await smallFedora({ '/kojihub': xml })

  const { code, stdout, stderr } = await nightjar('tasks', id, ...fedora.config)

  expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

/** The answer of a hub to a multiCall of the page of each image method. */
function answerOf(rows: string): string {
  const outcome = `<value><array><data><value>${rows}</value></data></array></value>`
  const outcomes = `<array><data>${outcome.repeat(imageMethods.length)}</data></array>`
  return `<?xml version="1.0"?><methodResponse><params><param><value>${outcomes}</value></param></params></methodResponse>`
}

test('a folder without metadata and a file that is none are told apart', async () => {
  await using fedora = await smallFedora({})
  await mkdir(join(fedora.folder, 'empty'))
  await writeFile(join(fedora.folder, 'page.json'), '<html></html>')

  const folder = await nightjar('images', join(fedora.folder, 'empty'), ...fedora.config)
  const file = await nightjar('expected', join(fedora.folder, 'page.json'), ...fedora.config)

  expect(folder).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('expected a folder with one of compose/metadata/images.json'),
  })
  expect(file).toMatchObject({ code: 1, stderr: expect.stringContaining('got an HTML page: without words') })
})

test('a tree that sends for ever is cut off', async () => {
  await using fedora = await smallFedora({ [metadata]: ' '.repeat(33 * 2 ** 20) })

  const { code, stderr } = await nightjar('images', id, ...fedora.config)

  expect(code).toBe(3)
  expect(stderr).toContain('more than 33554432 bytes')
})

test('a redirect to what is no URL is told at once, exit code 3', async () => {
  const redirect = { status: 302, text: '', location: 'http://[bad' }
  await using fedora = await smallFedora({ [metadata]: redirect, '/pub/fedora/imagelist-fedora': redirect })
  const begun = performance.now()

  const nightly = await nightjar('images', id, ...fedora.config)
  const release = await nightjar('images', '43', ...fedora.config)

  for (const { code, stderr } of [nightly, release]) {
    expect(code).toBe(3)
    expect(stderr).toContain('redirects to "http://[bad", which is no URL')
    expect(stderr.trim().split('\n')).toHaveLength(1)
  }
  expect(performance.now() - begun).toBeLessThan(20_000)
})

test('a server that is not there is no answer, exit code 3', async () => {
  await using fedora = await smallFedora({})
  const file = join(fedora.folder, 'elsewhere.toml')
  await writeFile(file, '[compose]\ntree = "http://127.0.0.1:1/compose"\n')

  const { code, stderr } = await nightjar('images', id, '--config', file)

  expect(code).toBe(3)
  expect(stderr).toContain('ECONNREFUSED')
})

test.each([
  [['images'], "missing required argument 'compose'"],
  [['images', id, '--nonsense'], 'unknown option'],
  [['expected', id, '--release', 'x'], 'expected a number such as 44, or Rawhide'],
  [['diff', id, id, '--threshold', 'x'], 'expected a number from 0 to 99'],
  [['images', id, '--config', '/nowhere.toml'], 'expected a TOML file at /nowhere.toml'],
  [['nosuch'], 'unknown command'],
])('%j is wrong usage, exit code 2', async (args, said) => {
  const { code, stderr } = await nightjar(...args)

  expect(code).toBe(2)
  expect(stderr).toContain(said)
})

test.each(['find', 'state', 'images', 'expected', 'diff', 'previous', 'tasks', 'plan'])(
  '%s --help has examples and the exit codes',
  async (command) => {
    const { code, stdout } = await nightjar(command, '--help')
    const asked = await nightjar('help', command)

    expect(asked.stdout).toBe(stdout)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Usage: nightjar /)
    expect(stdout).toMatch(/\nExamples:\n {2}nightjar /)
    expect(stdout).toMatch(/\nExit codes: 0 /)
    expect(stdout).toContain('--json')
  },
)
