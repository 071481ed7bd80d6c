import type { LabScenario } from '../script.ts'
import { compose, night } from '../usual.ts'

export const openqaOutage: LabScenario = {
  name: 'openqa-outage',
  title: 'openQA is away while jobs are scheduled, and again while they run',
  branched: 44,
  nights: [night('rawhide', compose()), night('branched', compose({ later: 30 }))],
  disturbances: [
    { service: 'openqa', from: 380, until: 460, how: '503' },
    { service: 'openqa', from: 520, until: 560, how: 'reset' },
  ],
  expects: { rawhide: 'passed', branched: 'passed' },
}
