import type { LabScenario } from '../script.ts'
import { compose, night } from '../usual.ts'

export const firstNight: LabScenario = {
  name: 'first-night',
  title: "Branched's first night: there is no compose before it; one test fails",
  branched: 44,
  nights: [
    night('rawhide', compose()),
    {
      ...night(
        'branched',
        compose({
          later: 30,
          jobs: [{ flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed' }],
        }),
      ),
      earlier: 'none',
    },
  ],
  disturbances: [],
  expects: { rawhide: 'passed', branched: 'broken' },
}
