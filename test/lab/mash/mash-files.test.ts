import { expect, test } from 'vitest'
import { mashFile } from '../../../lab/mash/mash-files.ts'
import { mashOf } from '../../../lab/mash/mash-nightly.ts'
import type { LabScenario } from '../../../lab/script.ts'
import { mash, mashNight } from '../../../lab/mash/usual-mash.ts'

const scenario: LabScenario = {
  name: 'two',
  title: 'two nightlies of 2015',
  branched: 23,
  generation: 'mash',
  nights: [
    mashNight('rawhide', mash({ arches: ['x86_64'] })),
    mashNight('branched', mash({ finishedAt: null })),
  ],
  disturbances: [],
  expects: { rawhide: '', branched: '' },
}
const nightlies = mashOf(scenario, '2015-08-20')

test.each([
  ['rawhide-20150820/rawhide/', 9, false],
  ['rawhide-20150820/rawhide/', 10, true],
  ['rawhide-20150820/rawhide/x86_64/os/images/boot.iso', 69, false],
  ['rawhide-20150820/rawhide/x86_64/os/images/boot.iso', 70, true],
  ['rawhide-20150820/rawhide/i386/os/images/boot.iso', 600, false],
  ['rawhide-20150820/logs/finish', 99, false],
  ['rawhide-20150820/logs/finish', 100, true],
  ['rawhide-20150819/rawhide/', 600, false],
  ['branched-20150820/23/', 10, true],
  ['branched-20150820/23/armhfp/os/images/boot.iso', 70, true],
  ['branched-20150820/rawhide/', 600, false],
  ['branched-20150820/logs/finish', 600, false],
  ['branched-20150820/23/../23/', 600, false],
])('%s is there at minute %i: %s', (path, minute, there) => {
  expect(mashFile(path, nightlies, minute) !== null).toBe(there)
})
