import * as fc from 'fast-check'
import { composeTypes, type ComposeId } from '../../compose/naming/compose-id.ts'
import type { ComposeRef } from '../../compose/naming/compose-ref.ts'
import { labelNames, type Label } from '../../compose/naming/label.ts'

const digits = (date: Date) => date.toISOString().slice(0, 10).replaceAll('-', '')
const days = (min: string, max: string) =>
  fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true }).map(digits)

const release = fc.integer({ min: 1, max: 120 })
const respin = fc.integer({ min: 0, max: 30 })
const version = fc.oneof(release.map(String), fc.constantFrom('Rawhide', 'eln', 'ELN', '10.1', '10.2', '9'))

const shorts = [
  'Fedora',
  'Fedora-Cloud',
  'Fedora-Container',
  'Fedora-IoT',
  'Fedora-EPEL',
  'Fedora-Epel',
  'Fedora-Epel-Next',
  'Fedora-Atomic',
  'FACD',
  'AlmaLinux',
  'CentOS-Stream',
]

/** Ids of all lines in the real data and of some that are not in it. */
const anyComposeId: fc.Arbitrary<ComposeId> = fc
  .record({
    short: fc.constantFrom(...shorts),
    version,
    versionType: fc.constantFrom('', 'updates', 'updates-testing', 'eus'),
    date: days('2015-11-01', '2099-12-31'),
    type: fc.constantFrom(...composeTypes),
    respin,
  })
  .map(({ versionType, ...id }) => (versionType === '' ? id : { ...id, versionType }))

/** Ids of layered products and of single variants, too. */
export const anyIdOfPungi: fc.Arbitrary<ComposeId> = fc
  .tuple(anyComposeId, fc.constantFrom({}, { baseProduct: 'RHEL-9.4' }, { variant: 'Server' }))
  .map(([id, more]) => ({ ...id, ...more }))

/** Nightlies whose dates and respins are close enough to meet each other. */
export const anyNightly: fc.Arbitrary<ComposeId> = fc.record({
  short: fc.constant('Fedora'),
  version: fc.constantFrom('Rawhide', '44'),
  date: days('2026-11-20', '2026-11-24'),
  type: fc.constantFrom(...composeTypes),
  respin: fc.integer({ min: 0, max: 12 }),
})

/** Labels of every name. */
export const anyLabel: fc.Arbitrary<Label> = fc.record({
  name: fc.constantFrom(...labelNames),
  major: fc.integer({ min: 0, max: 20 }),
  minor: fc.integer({ min: 0, max: 20 }),
})

const build = fc
  .record({
    stage: fc.constantFrom('TC', 'RC'),
    number: fc.integer({ min: 1, max: 12 }),
    more: fc.constantFrom('', '.1'),
  })
  .map(({ stage, number, more }) => `${stage}${number}${more}`)
const mashDate = days('2014-01-01', '2016-03-31')

/** Composes of every kind. They have only what their names say, so no release has a tree. */
export const anyComposeRef: fc.Arbitrary<ComposeRef> = fc.oneof(
  fc.record({ kind: fc.constant('pungi'), id: anyComposeId }),
  fc.record({ kind: fc.constant('staged'), release, label: anyLabel }),
  fc.record({
    kind: fc.constant('mash'),
    version: fc.oneof(fc.constant('Rawhide'), release.map(String)),
    date: mashDate,
  }),
  fc.record({
    kind: fc.constant('candidate'),
    release,
    milestone: fc.constantFrom('Alpha', 'Beta', 'Final'),
    build,
  }),
  fc.record({ kind: fc.constant('two-week'), release, date: mashDate, respin: fc.option(respin) }),
  fc.record({ kind: fc.constant('milestone'), release, milestone: fc.constantFrom('Alpha', 'Beta') }),
  fc.record({ kind: fc.constant('stable'), release }),
  fc.record({ kind: fc.constant('respin'), release, date: days('2016-11-01', '2099-12-31') }),
)
