/** Why a flavor that is posted today has no product in the templates of April 2019. */
export const newerThan2019: Readonly<Record<string, string>> = {
  'Cloud_Base-qcow2-qcow2 x86_64': 'openQA did not test cloud images yet',
  'Cloud_Base-qcow2-qcow2 aarch64': 'openQA did not test cloud images yet',
  'Cloud_Base-qcow2-qcow2 ppc64le': 'openQA did not test cloud images yet',
  'Workstation-upgrade x86_64': 'upgrade tests were a part of universal',
  'Workstation-upgrade aarch64': 'upgrade tests were a part of universal',
  'Workstation-live_osbuild-iso x86_64': 'osbuild makes live images since Fedora 40',
  'Workstation-live-iso ppc64le': 'desktops were tested on x86_64 and i386 only',
  'Workstation-raw_xz-raw.xz aarch64': 'of disk images only 32-bit ARM was tested (arch arm)',
  'Server-raw_xz-raw.xz aarch64': 'of disk images only 32-bit ARM was tested (arch arm)',
  'Minimal-raw_xz-raw.xz aarch64': 'of disk images only 32-bit ARM was tested (arch arm)',
  'Everything-boot-iso ppc64le': 'tested on x86_64 and i386 only',
  'Silverblue-dvd_ostree-iso ppc64le': 'tested on x86_64 only',
  'i3-live-iso x86_64': 'i3 has an image since Fedora 34',
}
