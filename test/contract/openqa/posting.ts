import { describe, expect, test } from 'vitest'
import { readPostAnswer } from '../../../jobs/plan/post-answer.ts'
import { newName, postBuild, rawJob, usualPost } from './builds.ts'
import type { Caller } from './caller.ts'

/** What `POST isos` makes. */
export function postingContract(caller: () => Caller): void {
  const post = (settings: Readonly<Record<string, string>>) =>
    caller().act('/isos', { ...usualPost, BUILD: newName(), ...settings })

  describe('posting', () => {
    test('a post makes a job of every template of its product, parents before children', async () => {
      const answer = await post({})

      expect(answer).toMatchObject({ status: 200, body: { count: 7, failed: [] } })
      const read = readPostAnswer(answer.body)
      expect(read.kind).toBe('scheduled')
      const ids = read.kind === 'scheduled' ? read.ids : []
      expect(ids.toSorted((one, other) => one - other)).toEqual(ids)
      expect(ids.length).toBe(7)
    })

    test('settings come from product, machine, suite and post, the post over the others', async () => {
      const { id } = await postBuild(caller(), {
        TEST: 'install',
        MACHINE: 'uefi',
        WORKER_CLASS: 'nobody',
        FIRMWARE: 'x',
      }).then((build) => ({ id: build.id('install') }))

      expect(await rawJob(caller(), id)).toMatchObject({
        settings: {
          TEST_TARGET: 'ISO',
          DISK: 'disk_Server-dvd-iso_uefi.qcow2',
          FIRMWARE: 'x',
          WORKER_CLASS: 'nobody',
          BACKEND: 'qemu',
          MACHINE: 'uefi',
          TEST: 'install',
          TEST_SUITE_NAME: 'install',
        },
      })
    })

    test('a setting that openQA does not know lands in every job; one that begins with __ stays on the product', async () => {
      const build = await postBuild(caller(), { NIGHTJAR: 'g1_ab', _ODD: '1', __RUN: 'http://x/y' })

      const jobs = await Promise.all(build.ids.map((id) => rawJob(caller(), id)))

      expect(jobs.every(({ settings }) => JSON.stringify(settings).includes('"NIGHTJAR":"g1_ab"'))).toBe(true)
      expect(jobs.every(({ settings }) => JSON.stringify(settings).includes('"_ODD":"1"'))).toBe(true)
      expect(JSON.stringify(jobs)).not.toContain('__RUN')
    })

    test('a job is named after all that it is', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })

      expect(await rawJob(caller(), build.id('encrypted'))).toMatchObject({
        name: `fedora-Rawhide-universal-x86_64-Build${build.build}-encrypted@64bit`,
        test: 'encrypted',
        group: 'fedora',
      })
    })

    test('parameters may come in the query as well', async () => {
      const query = new URLSearchParams({ ...usualPost, BUILD: newName(), TEST: 'install' })
      const target = `/api/v1/isos?${query.toString()}`

      expect(await caller().send(target, { method: 'POST', headers: caller().sign(target) })).toMatchObject({
        status: 200,
        body: { count: 2 },
      })
    })

    test('an address that names no file may be of any host', async () => {
      expect(await post({ LOCATION_URL: 'https://evil.example.com/', TEST: 'install' })).toMatchObject({
        body: { count: 2 },
      })
    })

    test.each([
      ['ISO_URL', 'a.iso', { ISO: 'a.iso' }, { iso: ['a.iso'] }],
      ['HDD_2_URL', 'a.qcow2', { HDD_2: 'a.qcow2' }, { hdd: ['a.qcow2'] }],
      ['HDD_2_DECOMPRESS_URL', 'a.raw.xz', { HDD_2: 'a.raw' }, { hdd: ['a.raw'] }],
    ])('%s gives the job the name of its file', async (name, file, settings, assets) => {
      const build = await postBuild(caller(), { FLAVOR: 'universal', [name]: `http://127.0.0.1:1/x/${file}` })

      expect(await rawJob(caller(), build.ids[0] ?? 0)).toMatchObject({ settings, assets })
    })

    test('TEST picks tests, and their parents come along', async () => {
      const build = await postBuild(caller(), { TEST: 'selinux,client' })

      expect(Object.keys(await build.standing()).toSorted()).toEqual([
        'client',
        'controller',
        'selinux',
        'upload',
      ])
    })

    test('chained parents stay away where that is asked for, parallel ones do not', async () => {
      const build = await postBuild(caller(), { TEST: 'selinux,client', _SKIP_CHAINED_DEPS: '1' })

      expect(Object.keys(await build.standing()).toSorted()).toEqual(['client', 'controller', 'selinux'])
    })

    test('MACHINE picks a machine', async () => {
      expect(await post({ MACHINE: 'uefi' })).toMatchObject({ body: { count: 1 } })
    })

    test('a priority may be posted', async () => {
      const usual = await postBuild(caller(), { TEST: 'upload' })
      const other = await postBuild(caller(), { TEST: 'upload', _PRIORITY: '7' })

      expect(await rawJob(caller(), usual.id('upload'))).toMatchObject({ priority: 10 })
      expect(await rawJob(caller(), other.id('upload'))).toMatchObject({ priority: 7 })
    })

    test('DISTRI is made lower case, and a job without a BUILD has none', async () => {
      const answer = await caller().act('/isos', { ...usualPost, DISTRI: 'Fedora', FLAVOR: 'universal' })
      const read = readPostAnswer(answer.body)
      const { settings } = await rawJob(caller(), read.kind === 'scheduled' ? (read.ids[0] ?? 0) : 0)

      expect(settings).toMatchObject({ DISTRI: 'fedora' })
      expect(settings).not.toHaveProperty('BUILD')
    })

    test('a post may be repeated by the number of its product', async () => {
      const first = readPostAnswer((await post({ TEST: 'upload' })).body)
      const product = first.kind === 'scheduled' ? first.productId : 0

      expect(await caller().act('/isos', { scheduled_product_clone_id: String(product) })).toMatchObject({
        status: 200,
        body: { count: 1, failed: [] },
      })
    })
  })
}
