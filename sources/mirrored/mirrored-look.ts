import { formatComposeId } from '../../compose/naming/compose-id.ts'
import type { ComposeRef } from '../../compose/naming/compose-ref.ts'
import { composeUrls } from '../../compose/places/compose-url.ts'
import { completionSignsOf } from '../../compose/readiness/completion-signs.ts'
import { isFailure } from '../../clients/failure.ts'
import { absentState, noMemory, type ComposeState } from '../compose-state.ts'
import type { ComposeServices, ComposeSource } from '../compose-tools.ts'
import { lookAtPungi } from '../pungi-look.ts'
import { stagedIdIfAny } from './staged-id.ts'

/** One look at a compose on the mirrors, in every place that it may have moved to. */
export async function lookAtMirrored(services: ComposeServices, ref: ComposeRef): Promise<ComposeState> {
  const urls = composeUrls(ref, services.sites).map((tree) => completionSignsOf(ref, tree).done.url)
  for (const url of urls) {
    const there = await lookAtPlace(services, url)
    if (there !== null) return there
  }
  const made = ref.kind === 'staged' ? await lookAtMade(services, ref) : null
  return made ?? absentState(urls.join(' and no '), noMemory)
}

const plain = { findings: [], unanswered: false, memory: noMemory } as const

/** A compose was complete before its sync to the mirrors began. A folder that still syncs answers 403. */
async function lookAtPlace({ tree }: ComposeSource, url: string): Promise<ComposeState | null> {
  try {
    if (!(await tree.exists(`${url}/`))) return null
    return { ...plain, kind: 'complete', usable: true, reasons: [`${url} is there`] }
  } catch (error) {
    if (!isFailure(error, 'refused')) throw error
    const said = `it is still being synced (${error.message})`
    return { ...plain, kind: 'waiting', usable: false, reasons: [said] }
  }
}

/** The compose that was staged, where Pungi made it. Only a finished compose is in the series. */
async function lookAtMade(
  services: ComposeServices,
  ref: ComposeRef & { kind: 'staged' },
): Promise<ComposeState | null> {
  const id = await stagedIdIfAny(services, ref)
  if (id === null) return null
  const made = await lookAtPungi(services, id, noMemory, true)
  const said = `it is ${formatComposeId(id)}, and not staged any more`
  if (made.kind !== 'absent') return { ...made, reasons: [said, ...made.reasons] }
  return { ...plain, kind: 'complete', usable: false, reasons: [said, 'it finished, but its tree is gone'] }
}
