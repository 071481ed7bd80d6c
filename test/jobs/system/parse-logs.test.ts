import { describe, expect, test } from 'vitest'
import { parseSystemLogs } from '../../../jobs/system/parse-logs.ts'

const free = `               total        used        free      shared  buff/cache   available
Mem:         4018176     1048576     2012160       10240     1200000     2700000
Swap:        4018172           0     4018172
`
const df = `Filesystem     1K-blocks    Used Available Use% Mounted on
/dev/vda3       10473472 2457600   8015872  24% /
devtmpfs            4096       0      4096   0% /dev
tmpfs            2009088    9216   1999872   1% /run
efivarfs             256      30       226  12% /sys/firmware/efi/efivars
/dev/vda2         996780  204800    791980  21% /boot
`

describe('the uploads of an installed system', () => {
  test('tell packages, services, memory and disks', () => {
    const system = parseSystemLogs({
      'rpms.nevra.csv': 'bash,(none),5.3.3,1.fc45,x86_64\nvim-minimal,2,9.1.1000,1.fc45,x86_64\n',
      'services.log': 'sshd.service\nsystemd-fsck@dev-disk-by\\x2duuid-2F.service\n',
      'free.log': free,
      'df.log': df,
    })

    expect(system).toEqual({
      packages: new Map([
        ['bash', '5.3.3-1.fc45'],
        ['vim-minimal', '2:9.1.1000-1.fc45'],
      ]),
      services: {
        active: new Set(['sshd.service', 'systemd-fsck@dev-disk-by\\x2duuid-2F.service']),
        failed: new Set(),
      },
      memoryUsedMiB: 1024,
      diskUsedMiB: new Map([
        ['/', 2400],
        ['/boot', 200],
      ]),
      skipped: 0,
    })
  })

  test('tell nothing of a part that was not uploaded', () => {
    expect(parseSystemLogs({})).toEqual({
      packages: null,
      services: null,
      memoryUsedMiB: null,
      diskUsedMiB: null,
      skipped: 0,
    })
  })

  test('tell the newest build of a package that is installed several times', () => {
    const lines = ['kernel-core,(none),6.18.9,1.fc45,x86_64', 'kernel-core,(none),6.18.10,1.fc45,x86_64']

    for (const order of [lines, lines.toReversed()]) {
      const { packages } = parseSystemLogs({ 'rpms.nevra.csv': order.join('\n') })
      expect(packages).toEqual(new Map([['kernel-core', '6.18.10-1.fc45']]))
    }
  })

  test('tell packages by name if there is no list with versions', () => {
    expect(parseSystemLogs({ 'rpms.log': 'bash\nzsh\n' }).packages).toEqual(
      new Map([
        ['bash', ''],
        ['zsh', ''],
      ]),
    )
    const both = { 'rpms.log': 'bash\n', 'rpms.nevra.csv': 'bash,(none),5.3,1,x86_64\n' }
    expect(parseSystemLogs(both).packages).toEqual(new Map([['bash', '5.3-1']]))
  })

  test('tell failed services if they have the columns of systemctl', () => {
    const { services, skipped } = parseSystemLogs({
      'services.log': `  sshd.service      loaded active running OpenSSH server
● mcelog.service    loaded failed failed  Machine Check
  dnf.service       loaded inactive dead  gone
`,
    })

    expect(services).toEqual({ active: new Set(['sshd.service']), failed: new Set(['mcelog.service']) })
    expect(skipped).toBe(0)
  })

  test('are read alike with the line ends of Windows', () => {
    expect(parseSystemLogs({ 'free.log': free.replaceAll('\n', '\r\n'), 'df.log': df })).toEqual(
      parseSystemLogs({ 'free.log': free, 'df.log': df }),
    )
  })
})

describe('a line that is not understood is left out and counted', () => {
  test.each([
    'bash\u001b[31m,(none),5.3,1,x86_64',
    'bash,(none),5.3,1\u001b[0m,x86_64',
    'bash,none,5.3,1,x86_64',
    'bash,(none),5.3,1',
    'bash,(none),5.3,1,x86_64,more',
    ',(none),5.3,1,x86_64',
    'bash,99999999999,5.3,1,x86_64',
    `${'b'.repeat(1_000_000)},(none),5.3,1,x86_64`,
    '<html>',
  ])('of packages, case %#', (line) => {
    const system = parseSystemLogs({ 'rpms.nevra.csv': `${line}\nzsh,(none),5.9,1,x86_64\n` })

    expect(system).toMatchObject({ packages: new Map([['zsh', '5.9-1']]), skipped: 1 })
  })

  test.each(['bad name', 'a\u202eb', 'x'.repeat(400)])('of names, case %#', (line) => {
    expect(parseSystemLogs({ 'rpms.log': `${line}\nzsh` })).toMatchObject({
      packages: new Map([['zsh', '']]),
      skipped: 1,
    })
  })

  test.each(['ss\u001bhd.service', 'sshd.socket', `${'s'.repeat(300)}.service`, 'sshd.servicex'])(
    'of services, case %#',
    (line) => {
      const { services, skipped } = parseSystemLogs({ 'services.log': `${line}\nsshd.service` })

      expect([services?.active, skipped]).toEqual([new Set(['sshd.service']), 1])
    },
  )

  test.each(['', 'Mem: many used', 'Mem: 99', `Mem: 1 ${'9'.repeat(400)}`, 'used 7'])(
    'of memory, case %#',
    (text) => {
      expect(parseSystemLogs({ 'free.log': text })).toMatchObject({ memoryUsedMiB: null, skipped: 1 })
    },
  )

  test.each([
    '/dev/vda4 1 2',
    '/dev/vda4 1 -2 3 4% /home',
    '/dev/vda4 1 2 3 4% home',
    '/dev/vda4 1 2 3 4% /ho\u001b[2Jme',
    `/dev/vda4 1 2 3 4% /${'h'.repeat(400)}`,
    `/dev/vda4 1 ${'9'.repeat(400)} 3 4% /home`,
    '/'.repeat(1_000_000),
  ])('of disks, case %#', (line) => {
    const { diskUsedMiB, skipped } = parseSystemLogs({ 'df.log': `${line}\n/dev/vda2 1 2048 3 4% /boot\n` })

    expect([diskUsedMiB, skipped]).toEqual([new Map([['/boot', 2]]), 1])
  })
})
