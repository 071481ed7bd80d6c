import { mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadConfig } from '../../../workers/config/config.ts'
import { findConfig, systemFile, usualFolder, usualPlaces } from '../../../workers/config/find-config.ts'

/** A folder with some files in it, by their paths; a path that ends with a slash is a folder. */
function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'nightjar-find-'))
  onTestFinished(() => folder.remove())
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder.path, name)
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true })
    if (!name.endsWith('/')) writeFileSync(path, text)
  }
  return folder.path
}

/** The place of the user Ann. */
function place(environment: Readonly<Record<string, string>>): string | undefined {
  return usualPlaces({ HOME: '/home/ann', ...environment })[1]
}

test('it is looked for here, in the folder of the user, and in that of the machine', () => {
  expect(usualPlaces({ HOME: '/home/ann' })).toEqual([
    join(process.cwd(), 'nightjar.toml'),
    '/home/ann/.config/nightjar/nightjar.toml',
    '/etc/nightjar/nightjar.toml',
  ])
})

test('XDG_CONFIG_HOME moves the folder of the user, unless it is a relative path', () => {
  expect(place({ XDG_CONFIG_HOME: '/conf' })).toBe('/conf/nightjar/nightjar.toml')
  expect(place({ XDG_CONFIG_HOME: 'conf' })).toBe('/home/ann/.config/nightjar/nightjar.toml')
  expect(place({ XDG_CONFIG_HOME: '' })).toBe('/home/ann/.config/nightjar/nightjar.toml')
})

test('the first of the places that has one is taken, and no later one is looked at', () => {
  const folder = folderWith({ 'user/n.toml': 'a', 'system/n.toml': 'b' })
  const places = ['here', 'user', 'system', 'none'].map((name) => join(folder, name, 'n.toml'))

  const found = findConfig(undefined, {}, places)

  expect(found).toEqual({ file: places[1], text: 'a', namedBy: 'search', looked: places.slice(0, 2) })
})

test('where no place has one, there is none, and all places were looked at', () => {
  const places = [join(folderWith(), 'n.toml'), join(folderWith({ file: '' }), 'file', 'n.toml')]

  expect(findConfig(undefined, {}, places)).toMatchObject({ file: null, text: '', looked: places })
})

test('one that is there and cannot be read is a mistake, not a reason to take another', () => {
  const folder = folderWith({ 'user/n.toml/': '', 'system/n.toml': '' })
  const places = ['user', 'system'].map((name) => join(folder, name, 'n.toml'))

  expect(() => findConfig(undefined, {}, places)).toThrow(
    /user\/n\.toml, but it cannot be read \(it is not a/,
  )
})

test('a named one that is not there is a mistake that says who named it and where else one is looked for', () => {
  expect(() => findConfig(undefined, { NIGHTJAR_CONFIG: '/nowhere/n.toml' }, ['/a', '/b'])).toThrow(
    /\/nowhere\/n\.toml, but it cannot be read \(ENOENT.*write it with "nightjar init", or name another with NIGHTJAR_CONFIG; without NIGHTJAR_CONFIG it is looked for in \/a, \/b/,
  )
  expect(() => findConfig('/nowhere/n.toml', {}, ['/a'])).toThrow(
    /name another with --config; without --config/,
  )
})

test('an empty NIGHTJAR_CONFIG names nothing', () => {
  expect(findConfig(undefined, { NIGHTJAR_CONFIG: '' }, []).namedBy).toBe('search')
})

test('a file too large for a configuration is not read', () => {
  const folder = folderWith({ 'n.toml': '#'.repeat(2 ** 20 + 1) })

  expect(() => findConfig(join(folder, 'n.toml'), {})).toThrow('it has 1048577 bytes, more than 1048576')
})

test('the databases are beside the file, but not below /etc, and not among a user’s configurations', () => {
  const environment = { HOME: '/home/ann' }
  const userFile = usualPlaces(environment)[1] ?? ''

  expect(usualFolder('/srv/n/nightjar.toml', environment)).toBe('/srv/n/.nightjar')
  expect(usualFolder(null, environment)).toBe(join(process.cwd(), '.nightjar'))
  expect(usualFolder(systemFile, environment)).toBe('/var/lib/nightjar')
  expect(usualFolder(userFile, environment)).toBe('/home/ann/.local/state/nightjar')
  expect(usualFolder(userFile, { ...environment, XDG_STATE_HOME: '/state' })).toBe('/state/nightjar')
})

test('the configuration of a user is read, and a folder that it names is beside it', () => {
  const folder = folderWith({ 'nightjar/nightjar.toml': 'folder = "kept"\ntask_queue = "mine"\n' })

  expect(loadConfig(undefined, { XDG_CONFIG_HOME: folder })).toMatchObject({
    file: join(folder, 'nightjar', 'nightjar.toml'),
    folder: join(folder, 'nightjar', 'kept'),
    task_queue: 'mine',
  })
})
