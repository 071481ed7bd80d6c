import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { metaJson } from '../../compose/coreos/meta-json-text.ts'
import { paramsOfFedoraOpenqa } from '../../compose/coreos/params-of-fedora-openqa.ts'
import { nightjar } from '../nightjar.ts'
import { file, folder, name, releases, whole, withCoreos } from '../with-coreos.ts'

/** The settings of the only post of `nightjar plan --json`. */
function settingsIn(stdout: string): Readonly<Record<string, string>> {
  const { posts } = JSON.parse(stdout)
  expect(posts).toHaveLength(1)
  return posts[0].settings
}

test.each(['', '/', '/meta.json'])(
  'a build is planned as by fedora_openqa (%j after its URL)',
  async (end) => {
    await using coreos = await withCoreos(whole)

    const { code, stdout, stderr } = await nightjar(
      'plan',
      `${coreos.url}${end}`,
      '--force',
      '--json',
      ...coreos.fedora.config,
    )

    const { NIGHTJAR: marker, ...settings } = settingsIn(stdout)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(settings).toEqual(paramsOfFedoraOpenqa(coreos.url))
    expect(marker).toMatch(/^g1_/)
    expect(coreos.fedora.asked().toSorted()).toEqual([`${folder}/meta.json`, '/release.json'])
  },
)

test('a build is planned with the options of a compose, without its list of images', async () => {
  const wanted = '\n[openqa]\nwanted = "wanted.json"\n'
  await using coreos = await withCoreos(whole, wanted)
  await writeFile(`${coreos.fedora.folder}/wanted.json`, '[{"match": {"type": "dvd"}}]')
  const plan = (...options: readonly string[]) =>
    nightjar('plan', coreos.url, ...options, ...coreos.fedora.config)

  const usual = await plan()
  const extra = await plan('--set', 'DESKTOP=none', '--updates', 'https://example.org/u.img', '--json')
  const flavor = await plan('--flavors', 'coreos-COLIVE-iso', '--json')
  const otherFlavor = await plan('--flavors', 'universal')
  const otherArch = await plan('--arch', 'aarch64')

  expect(usual.stdout).toContain(`# ${name}: 1 post for x86_64\n`)
  expect(usual.stdout).toContain(
    ` LOCATION= SUBVARIANT=CoreOS IMAGETYPE=colive ISO_URL=${coreos.url}/${file} `,
  )
  expect(usual.stdout).not.toContain('_OBSOLETE')
  expect(settingsIn(extra.stdout)).toMatchObject({
    BUILD: `${name}-EXTRA`,
    DESKTOP: 'none',
    GRUBADD: 'inst.updates=https://example.org/u.img',
  })
  expect(settingsIn(flavor.stdout)).toMatchObject({ BUILD: name })
  expect([otherFlavor.code, otherArch.code]).toEqual([1, 1])
})

test('a build without live-iso has nothing to post, and that is said', async () => {
  await using coreos = await withCoreos({ ...releases, [`${folder}/meta.json`]: metaJson({}) })

  expect(await nightjar('plan', coreos.url, ...coreos.fedora.config)).toEqual({
    code: 1,
    stdout: `# ${name}: no posts for x86_64\n`,
    stderr: `nightjar: ${name} has no live-iso, the only image of Fedora CoreOS that openQA tests\n`,
  })
})

test('without the list of releases they are guessed for the date of the build', async () => {
  await using coreos = await withCoreos({ [`${folder}/meta.json`]: metaJson() })

  const { code, stdout, stderr } = await nightjar('plan', coreos.url, '--json', ...coreos.fedora.config)

  expect(code).toBe(0)
  expect(settingsIn(stdout)).toMatchObject({ CURRREL: '35', RAWREL: '36' })
  expect(stderr).toContain('guessed')
})

test('the images of a build are listed, and two builds compared', async () => {
  const later = folder.replace('91.0', '91.1')
  const laterMeta = metaJson({}, { buildid: '36.20211123.91.1' })
  await using coreos = await withCoreos({ ...whole, [`${later}/meta.json`]: laterMeta })
  const { config, server } = coreos.fedora

  const images = await nightjar('images', coreos.url, ...config)
  const iso = await nightjar('images', coreos.url, '--type', 'colive', '--json', ...config)
  const diff = await nightjar('diff', coreos.url, `${server.url}${later}`, ...config)

  expect(images.stdout.trim().split('\n')).toHaveLength(6)
  expect(images.stdout).toContain(`${coreos.url}/${file}\n`)
  expect(JSON.parse(iso.stdout)).toMatchObject({ compose: name, images: [{ path: file, size: 0 }] })
  expect(diff.stdout).toContain('0 new, 6 gone')
})

test('a build is not compared with a compose', async () => {
  await using coreos = await withCoreos(whole)

  const diff = await nightjar('diff', coreos.url, 'Fedora-Rawhide-20261124.n.0', ...coreos.fedora.config)

  expect(diff).toMatchObject({ code: 2, stdout: '' })
  expect(diff.stderr).toContain('compared with another build only, not with a compose')
  expect(coreos.fedora.asked()).toEqual([])
})

test.each([
  ['expected'],
  ['state'],
  ['tasks'],
  ['previous'],
  ['report'],
  ['diff'],
  ['show'],
  ['start', 'candidate', '--compose'],
])('nightjar %s says that a build is no compose, and what takes it', async (...words) => {
  await using coreos = await withCoreos(whole)

  expect(await nightjar(...words, coreos.url, ...coreos.fedora.config)).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(
      `${name} is a build of Fedora CoreOS, not a compose: "nightjar find", "images" and "plan" take its URL, "diff" those of two builds`,
    ),
  })
  expect(coreos.fedora.asked()).toEqual([])
})

test('a meta.json that is too large or hostile is not used', async () => {
  const hostile = metaJson({ 'live-iso': { path: '../../../../evil/a.iso' } })
  await using small = await withCoreos({ ...releases, [`${folder}/meta.json`]: hostile })
  await using large = await withCoreos({
    ...releases,
    [`${folder}/meta.json`]: metaJson({}, { fill: ' '.repeat(5_000_000) }),
  })

  expect(await nightjar('plan', small.url, ...small.fedora.config)).toMatchObject({
    code: 3,
    stdout: '',
    stderr: expect.stringContaining('"../../../../evil/a.iso" is no file name'),
  })
  expect(await nightjar('plan', large.url, ...large.fedora.config)).toMatchObject({
    code: 3,
    stdout: '',
    stderr: expect.stringContaining('4194304'),
  })
})
