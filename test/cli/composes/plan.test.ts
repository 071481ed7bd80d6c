import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nightjar } from '../nightjar.ts'
import { printed } from '../json/printed.ts'
import { imagesOf, smallFedora } from '../small-fedora.ts'

const id = 'Fedora-44-20261124.n.0'

test('a plan of a file is made without any service, and says on stderr what it guessed', async () => {
  await using fedora = await smallFedora({})
  const file = await write(fedora.folder, 'images.json', imagesOf(id))

  const { code, stdout, stderr } = await nightjar('plan', file, ...fedora.config)

  expect(code).toBe(0)
  expect(stdout.split('\n')[0]).toBe(`# ${id}: 10 posts for x86_64`)
  expect(stdout).toContain(' UP1REL=43 UP2REL=42 ')
  expect(stderr).toMatch(/the release list could not be read .* are guessed from Fedora's schedule/)
})

test('every line of a plan is a command or a remark', async () => {
  await using fedora = await smallFedora({})
  const file = await write(fedora.folder, 'images.json', imagesOf(id))

  const { stdout } = await nightjar('plan', file, '--set', 'NOTE=two words', ...fedora.config)

  const lines = stdout.trim().split('\n')
  expect(lines.filter((line) => !/^(#|openqa-cli api --host \S+ -X POST isos )/.test(line))).toEqual([])
  expect(lines[1]).toContain(` 'NOTE=two words' `)
  expect(lines[1]).toContain(` BUILD=${id}-EXTRA `)
})

test('an updates image is loaded by every installation, whose jobs are of another build', async () => {
  await using fedora = await smallFedora({})
  const file = await write(fedora.folder, 'images.json', imagesOf(id))

  const { stdout } = await nightjar('plan', file, '--updates', 'https://h/u.img', '--json', ...fedora.config)

  const settings = { GRUBADD: 'inst.updates=https://h/u.img', BUILD: `${id}-EXTRA` }
  expect(printed('nightjar/plan/1', stdout)).toHaveProperty(
    'posts.0.settings',
    expect.objectContaining(settings),
  )
})

test('a compose id with a line break is no compose id: nothing is printed that a shell could run', async () => {
  await using fedora = await smallFedora({})
  const images = JSON.parse(imagesOf(id))
  images.payload.compose.id = 'X\ntouch PWNED #'
  const file = await write(fedora.folder, 'images.json', JSON.stringify(images))

  const { code, stdout, stderr } = await nightjar('plan', file, '--release', 'Rawhide', ...fedora.config)

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toContain('expected a compose id')
})

test('--arch, --wanted, --force and --json do what they say', async () => {
  await using fedora = await smallFedora({})
  const file = await write(fedora.folder, 'images.json', imagesOf(id))
  const wanted = await write(
    fedora.folder,
    'wanted.json',
    '[{"match": {"subvariant": "Minimal", "type": "raw-xz"}}]',
  )

  const options = ['--json', '--arch', 'aarch64', '--wanted', wanted, '--force']
  const { stdout } = await nightjar('plan', file, ...options, ...fedora.config)

  expect(printed('nightjar/plan/1', stdout)).toMatchObject({
    compose: id,
    posts: [
      {
        flavor: 'Minimal-raw_xz-raw.xz',
        arch: 'aarch64',
        settings: {
          HDD_2_DECOMPRESS_URL: expect.stringContaining('/compose/branched/'),
          _ONLY_OBSOLETE_SAME_BUILD: '1',
        },
      },
      { flavor: 'universal', arch: 'aarch64' },
      { flavor: 'Workstation-upgrade', arch: 'aarch64' },
    ],
  })
})

test('a candidate is planned with its label, and the tag that keeps its jobs', async () => {
  const candidate = 'Fedora-44-20261030.0'
  await using fedora = await smallFedora({
    '/compose/metadata-archive/series/Fedora-44': `${candidate} RC-1.2\n`,
    [`/compose/metadata-archive/2026/${candidate}/images.json`]: imagesOf(candidate),
    '/release.json': '{"fedora": {"stable": [42, 43], "branched": [44]}}',
  })

  const { stdout, stderr } = await nightjar('plan', '44_RC-1.2', ...fedora.config)

  expect(stdout).toContain(' LABEL=RC-1.2 CURRREL=43 RAWREL=45 UP1REL=43 UP2REL=42 ')
  expect(stdout.trim().split('\n').at(-1)).toContain(`tag:${candidate}:important:candidate`)
  expect(stderr).toBe('')
})

test('--flavors plans only these flavors, in any letter case', async () => {
  await using fedora = await smallFedora({})
  const file = await write(fedora.folder, 'images.json', imagesOf(id))

  const { code, stdout } = await nightjar(
    'plan',
    file,
    '--json',
    '--flavors',
    'kde-live-iso,Universal',
    ...fedora.config,
  )

  expect(code).toBe(0)
  expect(printed('nightjar/plan/1', stdout)).toMatchObject({
    posts: [{ flavor: 'KDE-live-iso' }, { flavor: 'universal' }],
  })
})

test('nothing to post is exit code 1', async () => {
  await using fedora = await smallFedora({})
  const file = await write(fedora.folder, 'images.json', imagesOf(id))

  const { code, stdout } = await nightjar('plan', file, '--arch', 'riscv64', '--json', ...fedora.config)

  expect(printed('nightjar/plan/1', stdout)).toMatchObject({ compose: id, posts: [] })
  expect(code).toBe(1)
})

test.each([
  [['--set', 'FLAVOR=mine'], 'FLAVOR may not be set'],
  [['--set', 'novalue'], 'expected KEY=VALUE'],
  [['--flavors', ' , '], 'expected flavors such as Server-dvd-iso,universal'],
  [['--wanted', 'nowhere.json'], 'nowhere.json: '],
  [['--updates', 'updates.img'], 'expected the URL of an updates image'],
  [['--updates', 'https://h/u', '--set', 'GRUBADD=x'], '--updates sets GRUBADD'],
])('%j is wrong usage', async (options, said) => {
  await using fedora = await smallFedora({})
  const file = await write(fedora.folder, 'images.json', imagesOf(id))

  const { code, stderr } = await nightjar('plan', file, ...options, ...fedora.config)

  expect(code).toBe(2)
  expect(stderr).toContain(said)
})

async function write(folder: string, name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}
