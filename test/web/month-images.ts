import type { Image } from '../../compose/images/image.ts'
import { imageOf } from '../archive/nights.ts'
import type { MonthNight } from './month-nights.ts'

const kinds = [
  ['Server', 'dvd', 'iso', 'x86_64', 2_600],
  ['Server', 'dvd', 'iso', 'aarch64', 2_500],
  ['Workstation', 'live', 'iso', 'x86_64', 2_300],
  ['KDE', 'live', 'iso', 'x86_64', 2_450],
  ['Everything', 'boot', 'iso', 'x86_64', 900],
  ['Cloud_Base', 'qcow2', 'qcow2', 'x86_64', 410],
  ['Container_Base', 'container', 'tar.xz', 'x86_64', 60],
] as const

/** The images of a compose of the lab month, a little larger each night. */
export function imagesOf({ nth, missing, date }: MonthNight): readonly Image[] {
  return kinds
    .filter(([subvariant]) => missing.every((image) => image.subvariant !== subvariant))
    .map(([subvariant, type, format, arch, megabytes]) =>
      imageOf({
        subvariant,
        type,
        format,
        arch,
        variant: subvariant,
        path: `${subvariant}/${arch}/${format}/Fedora-${subvariant}-${type}-${arch}-${date.replaceAll('-', '')}.n.0.${format}`,
        size: Math.round((megabytes + 3 * nth + 40 * Math.sin(nth)) * 1_000_000),
      }),
    )
}
