import type { LabScenario } from '../script.ts'
import { mash, mashNight } from '../mash/usual-mash.ts'

export const mashDies: LabScenario = {
  name: 'mash-dies',
  title: 'nightlies of 2015: Rawhide never gets its logs/finish, Branched finishes without a boot image',
  branched: 44,
  generation: 'mash',
  nights: [mashNight('rawhide', mash({ finishedAt: null })), mashNight('branched', mash({ arches: [] }))],
  disturbances: [],
  expects: { rawhide: 'unfinished', branched: 'unfinished' },
}
