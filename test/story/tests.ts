import type { StoryTest, TestKey } from './story.ts'

const server = 'Server-dvd-iso x86_64 64bit'
const workstation = 'Workstation-live-iso x86_64 64bit'
const kde = 'KDE-live-iso x86_64 64bit'
const universal = 'universal x86_64 64bit'

/** All other tests of Server start after this one. */
const serverInstall = `install_default_upload ${server}` as const
export const selinux = `base_selinux ${server}` as const
const services = `base_services_start ${server}` as const
export const cockpit = `server_cockpit_default ${server}` as const

/** All other tests of Workstation start after this one. */
export const workstationInstall = `install_default_upload ${workstation}` as const
export const terminal = `desktop_terminal ${workstation}` as const
export const browser = `desktop_browser ${workstation}` as const
export const printing = `desktop_printing ${workstation}` as const

/** All other tests of KDE start after this one. */
export const kdeInstall = `install_default_upload ${kde}` as const
export const kdeBackground = `desktop_background ${kde}` as const
export const kdeUpdate = `desktop_update_graphical ${kde}` as const

export const textInstall = `install_anaconda_text ${universal}` as const
export const btrfs = `install_btrfs ${universal}` as const
export const european = `install_european_language ${universal}` as const
export const raid = `install_software_raid ${universal}` as const
export const upgrade = `upgrade_minimal ${universal}` as const
export const iscsi = `install_iscsi ${universal}` as const

/** The tests of the story: 16 until 17 March, 17 from 18 to 22 March, 16 after that. */
export const storyTests: readonly StoryTest[] = [
  { key: serverInstall, required: true },
  { key: selinux, required: true },
  { key: services, required: false },
  { key: cockpit, required: false },
  { key: workstationInstall, required: true },
  { key: terminal, required: true },
  { key: browser, required: true },
  { key: printing, required: false },
  { key: kdeInstall, required: true },
  { key: kdeBackground, required: false },
  { key: kdeUpdate, required: false },
  { key: textInstall, required: false },
  { key: btrfs, required: false },
  { key: european, required: false, until: '2031-03-22' },
  { key: raid, required: false },
  { key: upgrade, required: false },
  { key: iscsi, required: false, from: '2031-03-18' },
]

const parents: readonly TestKey[] = [serverInstall, workstationInstall, kdeInstall]

/** The test that another starts after; null for one that starts by itself. */
export function parentOf(key: TestKey): TestKey | null {
  const product = key.slice(key.indexOf(' '))
  return parents.find((parent) => parent !== key && parent.endsWith(product)) ?? null
}
