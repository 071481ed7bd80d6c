import type { LabScenario } from '../../lab/script.ts'
import { compose, night } from '../../lab/usual.ts'

/** A Rawhide compose that is almost finished. Some of its tests fail, some only once. */
export const scenario: LabScenario = {
  name: 'bench',
  title: 'a night that is measured',
  branched: 44,
  nights: [
    night(
      'rawhide',
      compose({
        later: -280,
        jobs: [
          { test: 'base_update_cli', machine: '64bit', result: 'failed' },
          { test: 'base_selinux', machine: '64bit', result: 'failed', passesOnRetry: true },
          { test: 'install_xfs', machine: '64bit', result: 'incomplete', passesOnRestart: true },
        ],
      }),
    ),
  ],
  disturbances: [],
  expects: { rawhide: 'failed', branched: 'absent' },
}

/** The date of the compose. */
export const date = '2026-11-24'
