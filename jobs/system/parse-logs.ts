import { namedBuild } from '../../compose/packages/nevra.ts'
import { compareEvr } from '../../compose/packages/version.ts'
import type { InstalledSystem, Services, SystemLogs } from './installed-system.ts'

/** A part of the system, and how many lines could not be understood. */
interface Parsed<Value> {
  readonly value: Value
  readonly skipped: number
}

/** Reads the uploads of one job. Lines that are not understood are left out and counted. */
export function parseSystemLogs(logs: SystemLogs): InstalledSystem {
  const packages = part(logs['rpms.nevra.csv'], parseNevraCsv) ?? part(logs['rpms.log'], parseNames)
  const services = part(logs['services.log'], parseServices)
  const memory = part(logs['free.log'], parseFree)
  const disk = part(logs['df.log'], parseDf)
  return {
    packages: packages?.value ?? null,
    services: services?.value ?? null,
    memoryUsedMiB: memory?.value ?? null,
    diskUsedMiB: disk?.value ?? null,
    skipped: [packages, services, memory, disk].reduce((sum, each) => sum + (each?.skipped ?? 0), 0),
  }
}

function part<Value>(text: string | undefined, parse: (lines: readonly string[]) => Value): Value | null {
  if (text === undefined) return null
  return parse(text.split(/\r?\n/).filter((line) => line.trim() !== ''))
}

/** Lines of `name,epoch,version,release,arch`; without an epoch RPM writes `(none)`. */
function parseNevraCsv(lines: readonly string[]): Parsed<ReadonlyMap<string, string>> {
  const packages = new Map<string, string>()
  let skipped = 0
  for (const line of lines) {
    const [name = '', epoch = '', version = '', release = '', arch, ...more] = line.split(',')
    const read = namedBuild(name, epoch === '(none)' ? '0' : epoch, version, release)
    if (read === null || arch === undefined || more.length > 0) {
      skipped += 1
      continue
    }
    const before = packages.get(read.name)
    if (before === undefined || compareEvr(read.evr, before) > 0) packages.set(read.name, read.evr)
  }
  return { value: packages, skipped }
}

/** Lines of names, without their builds. */
function parseNames(lines: readonly string[]): Parsed<ReadonlyMap<string, string>> {
  const names = lines.filter((line) => namedBuild(line, '0', '0', '0') !== null)
  return { value: new Map(names.map((name) => [name, ''])), skipped: lines.length - names.length }
}

/**
 * Lines of a unit's name, or of the columns of `systemctl`: unit, LOAD, ACTIVE, SUB. A unit that has stopped
 * is in neither set.
 */
function parseServices(lines: readonly string[]): Parsed<Services> {
  const active = new Set<string>()
  const failed = new Set<string>()
  let skipped = 0
  for (const line of lines) {
    const [unit = '', , state = 'active'] = line.replace(/^[\s●*×]+/, '').split(/\s+/)
    if (!unitShape.test(unit)) skipped += 1
    else if (state === 'failed') failed.add(unit)
    else if (state === 'active') active.add(unit)
  }
  return { value: { active, failed }, skipped }
}

const unitShape = /^[\w:.@\\-]{1,240}\.service$/

/** The column `used` of the line `Mem:` of `free`, in KiB. */
function parseFree(lines: readonly string[]): Parsed<number | null> {
  const [, total, used] = /^Mem:\s+(\d{1,15})\s+(\d{1,15})(?=\s|$)/.exec(memoryLine(lines)) ?? []
  if (total === undefined || used === undefined) return { value: null, skipped: 1 }
  return { value: mebibytes(used), skipped: 0 }
}

function memoryLine(lines: readonly string[]): string {
  return lines.find((line) => line.startsWith('Mem:')) ?? ''
}

/** The columns of `df`: device, blocks of 1 KiB, used, available, use in percent, mount point. */
function parseDf(lines: readonly string[]): Parsed<ReadonlyMap<string, number>> {
  const mounts = new Map<string, number>()
  let skipped = 0
  for (const line of lines.filter((each) => !each.startsWith('Filesystem'))) {
    const [, device = '', used = '', mount = ''] = dfLine.exec(line) ?? []
    if (mount === '') skipped += 1
    else if (device.startsWith('/')) mounts.set(mount, mebibytes(used))
  }
  return { value: mounts, skipped }
}

/** Columns are bounded and the mount point is printable, since both go to reports. */
const dfLine = /^(\S{1,300})\s+\d{1,15}\s+(\d{1,15})\s+-?\d{1,15}\s+(?:\d{1,4}%|-)\s+(\/[\x21-\x7e]{0,300})$/

function mebibytes(kibibytes: string): number {
  return Math.round(Number(kibibytes) / 1024)
}
