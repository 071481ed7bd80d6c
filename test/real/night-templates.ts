import { templatesFrom } from '../../lab/openqa/products/brief-templates.ts'
import type { TemplateSet } from '../../lab/openqa/products/templates.ts'

/**
 * Templates for a night in which everything happens that openQA's jobs can come to; `distribution/main.pm`
 * explains the settings. What the plan posts beyond these flavors has no product: openQA refuses it.
 */
export const nightTemplates: TemplateSet = templatesFrom({
  machines: {
    '64bit': 'qemu_x86_64',
    uefi: 'qemu_x86_64',
    aarch64: 'qemu_aarch64',
    ppc64le: 'qemu_ppc64le',
  },
  suites: {
    install_default: {},
    install_default_upload: {},
    base_selinux: { START_AFTER_TEST: 'install_default_upload', ENDS: 'softfailed' },
    // Fails, again when it is restarted; its child is skipped both times.
    base_update_cli: { START_AFTER_TEST: 'install_default_upload', ENDS: 'failed' },
    base_reboot_unmount: { START_AFTER_TEST: 'base_update_cli' },
    // Fails as on the day before: a bug is known.
    base_system_logging: { START_AFTER_TEST: 'install_default_upload', ENDS: 'failed' },
    // Passes when Nightjar restarts it.
    base_services_start: { START_AFTER_TEST: 'install_default_upload', FIRST_ENDS: 'failed' },
    // Skipped with it the first time.
    base_service_manipulation: { START_AFTER_TEST: 'base_services_start' },
    // Passes when somebody restarts it.
    install_simple_encrypted: { FIRST_ENDS: 'failed' },
    // Passes when openQA itself tries it again, and its child with it.
    server_cockpit_default: { START_AFTER_TEST: 'install_default_upload', FIRST_ENDS: 'failed', RETRY: '1' },
    server_cockpit_basic: { START_AFTER_TEST: 'server_cockpit_default' },
    server_role_deploy_database_server: { START_AFTER_TEST: 'install_default_upload', SECONDS: '2' },
    server_database_client: { PARALLEL_WITH: 'server_role_deploy_database_server' },
    // Its partner fails while it still runs: parallel_failed.
    server_role_deploy_domain_controller: { START_AFTER_TEST: 'install_default_upload', SECONDS: '60' },
    realmd_join_sssd: { PARALLEL_WITH: 'server_role_deploy_domain_controller', ENDS: 'failed', SECONDS: '2' },
    install_rescue_encrypted: { ENDS: 'crashed' },
    install_iscsi: { FIRST_ENDS: 'crashed' },
    // openQA cannot make this job, and makes the others of its product.
    install_after_nothing: { START_AFTER_TEST: 'not_there' },
  },
  sets: {
    boot: ['install_default'],
    lopsided: ['install_default', 'install_after_nothing'],
    base: ['install_default_upload', 'base_selinux', 'base_update_cli', 'base_reboot_unmount'],
    server: ['base_system_logging', 'base_services_start', 'server_cockpit_default', 'server_cockpit_basic'],
    network: [
      'server_role_deploy_database_server',
      'server_database_client',
      'server_role_deploy_domain_controller',
      'realmd_join_sssd',
    ],
    twice: ['install_default_upload', 'base_services_start', 'install_simple_encrypted'],
    skipping: ['install_default_upload', 'base_services_start', 'base_service_manipulation'],
    breaking: ['install_rescue_encrypted', 'install_iscsi'],
    none: [],
  },
  flavors: [
    { flavor: 'Server-dvd-iso', machines: ['64bit'], sets: ['boot', 'base', 'server', 'network'] },
    { flavor: 'Server-dvd-iso', machines: ['uefi'], sets: ['boot'] },
    { flavor: 'Server-dvd-iso', machines: ['aarch64'], sets: ['base'] },
    // Nights that are run again are tested on this arch alone.
    { flavor: 'Server-dvd-iso', machines: ['ppc64le'], sets: ['twice'] },
    { flavor: 'Server-boot-iso', machines: ['ppc64le'], sets: ['skipping'] },
    { flavor: 'Server-boot-iso', machines: ['64bit'], sets: ['boot'] },
    { flavor: 'Everything-boot-iso', machines: ['64bit'], sets: ['lopsided'] },
    { flavor: 'Workstation-live-iso', machines: ['64bit'], sets: ['boot'] },
    { flavor: 'Cloud_Base-qcow2-qcow2', machines: ['64bit', 'aarch64'], sets: ['boot'] },
    { flavor: 'Minimal-raw_xz-raw.xz', machines: ['aarch64'], sets: ['boot'] },
    { flavor: 'universal', machines: ['64bit'], sets: ['breaking'] },
    { flavor: 'Workstation-upgrade', machines: ['64bit'], sets: ['boot'] },
    { flavor: 'Workstation-upgrade', machines: ['aarch64'], sets: ['none'] },
  ],
})
