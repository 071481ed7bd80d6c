import { dead, met, notYet, refused, unreachable, type Finding } from './finding.ts'
import { judgeKoji } from './koji-finding.ts'
import type { MetadataLook, MirrorLook, PungiObservation, StatusLook } from './observation.ts'
import { quoted } from '../quoted.ts'
import { statusMeaning } from './status.ts'

/** A file that the server has had for this long counts like a file that was the same in two looks. */
const settledMs = 5 * 60_000

/** What a look at a Pungi compose found, for each condition. */
export function judgePungi({ status, metadata, koji, mirror }: PungiObservation) {
  return {
    status: judgeStatus(status),
    metadata: judgeMetadata(metadata),
    koji: judgeKoji(koji),
    mirror: judgeMirror(mirror),
  }
}

function judgeStatus(look: StatusLook): Finding {
  switch (look.kind) {
    case 'said':
      return judgeWord(look.status)
    case 'absent':
      return notYet('there is no STATUS yet')
    case 'unreachable':
      return unreachable(`STATUS could not be read (${look.why})`)
    default:
      return look satisfies never
  }
}

function judgeWord(status: string): Finding {
  const meaning = statusMeaning(status)
  switch (meaning) {
    case 'finished':
      return met(`STATUS is ${status}`)
    case 'dead':
      return dead(`STATUS is ${status}`)
    case 'running':
      return notYet(`STATUS is ${status}`)
    case 'unknown':
      return notYet(`STATUS is ${quoted(status)}, a word that Nightjar does not know: look into it`)
    default:
      return meaning satisfies never
  }
}

function judgeMetadata(look: MetadataLook): Finding {
  switch (look.kind) {
    case 'read':
      if (look.images < 1) return notYet('images.json lists no image')
      if ((look.ageMs ?? 0) >= settledMs)
        return met(`images.json lists ${look.images} images, unchanged for ${inMinutes(look.ageMs)}`)
      if (look.before === null)
        return notYet(`images.json lists ${look.images} images, seen for the first time`)
      if (look.before !== look.digest) return notYet('images.json has changed since the last look')
      return met(`images.json lists ${look.images} images, the same over two looks`)
    case 'absent':
      return notYet('there is no images.json yet')
    case 'garbled':
      return unreachable(`images.json is not whole (${look.why})`)
    case 'unreachable':
      return unreachable(`images.json could not be read (${look.why})`)
    default:
      return look satisfies never
  }
}

function judgeMirror(look: MirrorLook): Finding {
  switch (look.kind) {
    case 'listed':
      if (look.wanted < 1) return notYet('it is not known yet which images the mirror should have')
      if (look.present < look.wanted)
        return notYet(
          `the ${look.said ?? `mirror has ${look.present} of ${look.wanted} wanted images`}`,
          look.present / look.wanted,
        )
      return met(`the mirror has all ${look.wanted} wanted images`)
    case 'absent':
      return notYet('the mirror does not have the compose yet')
    case 'partial':
      return notYet(`the mirror could be listed only in part (${look.why})`)
    case 'refused':
      return refused(`the mirror cannot be listed (${look.why}); look at mirror.rsync in the configuration`)
    case 'unasked':
      return notYet(`the mirror is asked later (${look.why})`)
    case 'waived':
      return met('the mirror is not asked')
    case 'unreachable':
      return unreachable(`the mirror did not answer (${look.why})`)
    default:
      return look satisfies never
  }
}

function inMinutes(ms = 0): string {
  const minutes = Math.floor(ms / 60_000)
  return minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours`
}
