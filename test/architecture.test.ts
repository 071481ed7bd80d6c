import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tableOf } from './markdown.ts'
import { rooms, subRooms, type Room } from './rooms.ts'

interface Import {
  readonly file: string
  readonly from: string
  readonly target: string
  readonly typeOnly: boolean
}

const document = readFileSync('docs/architecture.md', 'utf8')
const files = globSync(`{${Object.keys(rooms).join(',')}}/**/*.ts`)
const statement =
  /^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

function importsOf(file: string): readonly Import[] {
  const from = file.split('/')[0] ?? ''
  return [...readFileSync(file, 'utf8').matchAll(statement)].map(([, type, fixed, dynamic]) => ({
    file,
    from,
    target: fixed ?? dynamic ?? '',
    typeOnly: type !== undefined,
  }))
}

const importsByFile = new Map(files.map((file) => [file, importsOf(file)]))
const imports = [...importsByFile.values()].flat()

function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
}

/** The file of this project that an import names; null for a package. */
function fileOf({ file, target }: Pick<Import, 'file' | 'target'>): string | null {
  return target.startsWith('.') ? normalize(join(dirname(file), target)) : null
}

function roomOf(each: Pick<Import, 'file' | 'target'>): string | null {
  return fileOf(each)?.split('/')[0] ?? null
}

/** The part of a room in which an npm package is at home. */
function homeOf(name: string, room: string): string {
  return subRooms[`${room} ${name}`] ?? room
}

function mistakeOf({ file, from, target, typeOnly }: Import): string | null {
  const room = rooms[from]
  if (room === undefined) return `${file} is in no room`
  if (target.startsWith('node:')) return room.pure ? `${file} imports ${target}, but ${from} is pure` : null
  if (!target.startsWith('.')) {
    const name = packageOf(target)
    return room.packages.includes(name) && file.startsWith(`${homeOf(name, from)}/`)
      ? null
      : `${file} imports ${target}, which is not at home in ${from}`
  }
  const to = roomOf({ file, target }) ?? ''
  const allowed = to === from || room.rooms.includes(to) || (typeOnly && room.types?.includes(to))
  return allowed ? null : `${file} imports ${target}: ${from} may not import ${to}`
}

/** Files and packages that a file reaches by imports that are there at run time, or by all of them. */
function reached(
  file: string,
  which: 'values' | 'types too' = 'values',
  seen = new Set<string>(),
): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const each of importsByFile.get(file) ?? []) {
    if (which === 'types too' || !each.typeOnly) reached(fileOf(each) ?? each.target, which, seen)
  }
  return seen
}

/** What of its permissions a room does not use: values of a room, only types of a room, npm packages. */
function unusedPermissions([name, room]: [string, Room]): readonly string[] {
  const own = imports.filter(({ from }) => from === name)
  const uses = (of: (each: Import) => boolean) => own.some(of)
  return [
    ...room.rooms.filter((to) => !uses((each) => roomOf(each) === to && !each.typeOnly)),
    ...(room.types ?? []).filter((to) => !uses((each) => roomOf(each) === to && each.typeOnly)),
    ...room.packages.filter((to) => !uses(({ target }) => packageOf(target) === to)),
  ].map((to) => `${name} may import ${to}, and does not`)
}

/** Circles of imports, of types too: sets of files that reach each other. */
function circles(): readonly string[] {
  const reach = new Map(files.map((file) => [file, reached(file, 'types too')]))
  return files.filter((file) =>
    (importsByFile.get(file) ?? []).some((each) => {
      const to = fileOf(each)
      return to !== null && reach.get(to)?.has(file)
    }),
  )
}

describe('the rooms', () => {
  test('use every permission they have', () => {
    expect(Object.entries(rooms).flatMap(unusedPermissions)).toEqual([])
  })

  test('have no file that imports itself in a circle, be it only for a type', () => {
    expect(circles()).toEqual([])
  })

  test('export no two types of one name', () => {
    const exported = files.flatMap((file) => {
      const names = readFileSync(file, 'utf8').matchAll(
        /^export (?:declare )?(?:interface|type|class) (\w+)/gm,
      )
      return [...names].map(([, name]) => ({ name, file }))
    })
    const twice = [...Map.groupBy(exported, ({ name }) => name)].filter(([, all]) => all.length > 1)

    expect(exported.length).toBeGreaterThan(200)
    expect(twice.map(([name, all]) => `${name}: ${all.map(({ file }) => file).join(', ')}`)).toEqual([])
  })

  test('import only what the table of the house allows', () => {
    expect(imports.length).toBeGreaterThan(100)
    expect(imports.map(mistakeOf).filter((mistake) => mistake !== null)).toEqual([])
  })

  test('are shown to people as they are', () => {
    const shown = tableOf(document, 'room').map(([name = '', , values = '', types]) => {
      const room = name.replace('/', '')
      return [room, values, types]
    })

    expect(shown).toEqual(
      Object.entries(rooms).map(([name, { rooms: values, types = [] }]) => [
        name,
        values.join(', '),
        types.join(', '),
      ]),
    )
  })

  test('are where people are told that each npm package is at home', () => {
    const packages = new Set(Object.values(rooms).flatMap((room) => room.packages))
    const homes = [...packages].map((name) => {
      return [
        name,
        Object.keys(rooms)
          .filter((room) => rooms[room]?.packages.includes(name))
          .map((room) => homeOf(name, room))
          .join(', '),
      ]
    })

    expect(Object.fromEntries(tableOf(document, 'npm package'))).toEqual(Object.fromEntries(homes))
  })

  test('have no drawers whose name does not say what is inside', () => {
    const drawer = /(^|\/)(index|utils?|helpers?|common|misc|manager|service|handler|types)\.ts$/
    const lists = ['activities/index.ts', 'workflows/index.ts']

    expect(files.filter((file) => drawer.test(file) && !lists.includes(file))).toEqual([])
  })

  test.each(Object.keys(rooms).filter((name) => rooms[name]?.pure))(
    '%s knows no clock, chance or process',
    (name) => {
      const impure = /\bDate\.now\b|\bMath\.random\b|\bprocess\./
      const own = files.filter((file) => file.startsWith(`${name}/`))

      expect(own.filter((file) => impure.test(readFileSync(file, 'utf8')))).toEqual([])
    },
  )

  test('keep zod out of the workflow bundle', () => {
    const bundle = reached('workflows/index.ts')

    expect(bundle.size).toBeGreaterThan(10)
    expect([...bundle].filter((name) => name === 'zod' || name.startsWith('node:'))).toEqual([])
  })
})
