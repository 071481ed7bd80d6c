import { templatesFrom } from './brief-templates.ts'
import type { TemplateSet } from './templates.ts'

/** What openQA tested of a nightly in August 2015: an installation from each disc, all else with one disc. */
const sets = {
  disc: ['default_install', 'package_set_minimal'],
  desktop: ['default_install', 'desktop_terminal', 'desktop_browser', 'desktop_notifications_live'],
  any: [
    'package_set_minimal',
    'server_btrfs',
    'server_delete_partial',
    'server_delete_pata',
    'server_ext3',
    'server_kickstart_hdd',
    'server_kickstart_user_creation',
    'server_lvmthin',
    'server_multi_empty',
    'server_no_swap',
    'server_repository_http_graphical',
    'server_repository_http_variation',
    'server_sata_multi',
    'server_simple_encrypted',
    'server_simple_free_space',
    'server_software_raid',
    'upgrade_desktop_64bit',
    'upgrade_minimal_64bit',
  ],
}

const machines = { '64bit': 'qemu_x86_64', '32bit': 'qemu_i386' }
const both = Object.keys(machines)

/** The templates of Fedora's openQA in summer 2015. */
export const mashTemplates: TemplateSet = templatesFrom({
  machines,
  suites: Object.fromEntries(
    Object.values(sets)
      .flat()
      .map((suite) => [suite, {}]),
  ),
  sets,
  flavors: [
    { flavor: 'generic_boot', machines: both, sets: ['disc'] },
    { flavor: 'workstation_live', machines: both, sets: ['desktop'] },
    { flavor: 'universal', machines: both, sets: ['any'] },
  ],
})
