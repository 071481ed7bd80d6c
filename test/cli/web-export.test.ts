import { lstat, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { freshDatabase } from '../archive/fresh-database.ts'
import { configFile } from '../config-file.ts'
import { recordMonth } from '../web/lab-month.ts'
import { nightjar } from './nightjar.ts'

test('web export writes every page, and each link of a copy leads to a file of it', async () => {
  await using database = await freshDatabase()
  await recordMonth(database.archive)
  await using config = await configFile(`[archive]\nurl = "${database.url}"\n`)
  const folder = join(config.folder, 'copy')

  const first = await nightjar('web', 'export', folder, '--config', config.file)
  const link = join(config.folder, 'link')
  await symlink(folder, link)
  const again = await nightjar('web', 'export', link, '--config', config.file)

  const files = new Set(globSync('**/*', { cwd: folder, withFileTypes: false }))
  const pages = [...files].filter((file) => file.endsWith('.html'))
  const broken: string[] = []
  for (const page of pages) {
    const text = await readFile(join(folder, page), 'utf8')
    for (const [, href = ''] of text.matchAll(/\b(?:href|src)="([^"#]*)[^"]*"/g)) {
      if (href === '' || /^https?:/.test(href)) continue
      if (!files.has(join(dirname(page), decodeURIComponent(href)))) broken.push(`${page}: ${href}`)
    }
  }
  expect(first).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^wrote \d+ files to /) })
  expect(again.code).toBe(0)
  expect((await lstat(link)).isSymbolicLink()).toBe(true)
  expect(pages).toContain('rawhide/2026-11-24.html')
  expect(pages.length).toBeGreaterThan(60)
  expect(broken).toEqual([])
  expect(globSync(`${config.folder}/copy.*`)).toEqual([])
})

test('web export refuses a folder with files of others', async () => {
  await using config = await configFile('[archive]\nurl = "postgresql://nobody@127.0.0.1:1/nightjar"\n')
  const folder = join(config.folder, 'mine')
  await mkdir(folder)
  await writeFile(join(folder, 'diary.txt'), 'dear diary')

  const { code, stderr } = await nightjar('web', 'export', folder, '--config', config.file)

  expect(code).toBe(2)
  expect(stderr).toContain('has files of others; expected an empty folder, or one of an earlier export')
  expect(await readFile(join(folder, 'diary.txt'), 'utf8')).toBe('dear diary')
})

test('web export without an answer of the archive leaves the earlier copy alone', async () => {
  await using config = await configFile('[archive]\nurl = "postgresql://nobody@127.0.0.1:1/nightjar"\n')
  const folder = join(config.folder, 'copy')
  await mkdir(folder)
  await writeFile(join(folder, '.nightjar-export'), '')
  await writeFile(join(folder, 'index.html'), 'earlier')

  const { code, stderr } = await nightjar('web', 'export', folder, '--config', config.file)

  expect(code).toBe(3)
  expect(stderr).toContain("the archive's database")
  expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('earlier')
})

test('web export where no folder can be made says so, and ends', async () => {
  await using database = await freshDatabase()
  await using config = await configFile(`[archive]\nurl = "${database.url}"\n`)

  const { code, stderr } = await nightjar('web', 'export', '/proc/copies/copy', '--config', config.file)

  expect(code).toBe(2)
  expect(stderr).toContain('expected to make a folder in /proc; write the copy elsewhere')
})
