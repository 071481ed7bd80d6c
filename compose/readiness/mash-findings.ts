import { dead, met, notYet, unreachable, type Finding } from './finding.ts'
import { judgeSettled } from './koji-finding.ts'
import type { BootLook, FileLook, MashObservation } from './observation.ts'

/** What a look at a compose without metadata found, for each condition. */
export function judgeMash({ finish, boot, koji }: MashObservation, lookCount: number) {
  return {
    finish: judgeFinish(finish),
    boot: judgeBoot(boot, finish),
    koji: judgeSettled(koji, lookCount),
  }
}

function judgeFinish(finish: FileLook): Finding {
  switch (finish.kind) {
    case 'present':
      return met('logs/finish is there')
    case 'absent':
      return notYet('there is no logs/finish yet')
    case 'unreachable':
      return unreachable(`logs/finish could not be read (${finish.why})`)
    default:
      return finish satisfies never
  }
}

/**
 * The nightly script writes `logs/finish` after it has run pungify for all arches, even if pungify failed. A
 * boot.iso that is missing then will never come. If some arches have one, the report names the others. If no
 * arch has one, there is nothing to boot.
 */
function judgeBoot(boot: readonly BootLook[], finish: FileLook): Finding {
  const silent = boot.flatMap(({ arch, file }) => (file.kind === 'unreachable' ? [{ arch, file }] : []))
  if (silent[0])
    return unreachable(`boot.iso of ${listed(silent)} could not be looked for (${silent[0].file.why})`)
  const missing = boot.filter(({ file }) => file.kind === 'absent')
  if (missing.length === 0 && boot.length > 0) return met(`boot.iso is there for ${listed(boot)}`)
  if (finish.kind !== 'present' || boot.length === 0)
    return notYet(`there is no boot.iso of ${listed(missing)} yet`)
  if (missing.length === boot.length)
    return dead(`there is no boot.iso of ${listed(missing)}, and none will come`)
  return met(`there is no boot.iso of ${listed(missing)}, because pungify failed; the other arches have one`)
}

function listed(boot: readonly { readonly arch: string }[]): string {
  return boot.map(({ arch }) => arch).join(', ') || 'any arch'
}
