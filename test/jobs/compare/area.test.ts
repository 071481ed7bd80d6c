import { expect, test } from 'vitest'
import { areaOf, areasOf } from '../../../jobs/compare/area.ts'

test.each([
  ['install_default', 'installer'],
  ['upgrade_minimal', 'upgrade'],
  ['desktop_terminal', 'desktop'],
  ['apps_startstop', 'desktop'],
  ['server_cockpit_default', 'server'],
  ['realmd_join_cockpit', 'server'],
  ['freeipa_webui', 'server'],
  ['base_selinux', 'base'],
  ['rpmostree_overlay', 'ostree'],
  ['iot_clevis', 'ostree'],
  ['cloud_autocloud', 'cloud'],
  ['modularity_tests', 'other'],
  ['mediakit_install', 'other'],
  ['install', 'other'],
  ['', 'other'],
])('%s is about the area %s', (name, area) => {
  expect(areaOf(name)).toBe(area)
})

test.each([
  [[], ''],
  [['install_a', 'install_b'], 'installer'],
  [['install_a', 'desktop_b', 'apps_c'], 'desktop, installer'],
  [['install_a', 'desktop_b', 'base_c'], ''],
  [['x', 'install_a'], 'installer, other'],
])('the areas of %j are `%s`', (names, areas) => {
  expect(areasOf(names.map((name) => ({ test: name })))).toBe(areas)
})
