import { setTimeout as sleep } from 'node:timers/promises'
import { noMemory, type ComposeState, type StateMemory } from '../../sources/compose-state.ts'
import type { ComposeServices } from '../../sources/compose-tools.ts'
import { lookAtCompose } from '../../sources/look-at-compose.ts'
import { isNoAnswer } from '../../sources/no-answer.ts'
import { formatComposeName } from '../../compose/naming/compose-name.ts'
import type { ComposeRef } from '../../compose/naming/compose-ref.ts'
import { loadConfig } from '../../workers/config/config.ts'
import { nameCompose } from './compose-argument.ts'
import { refNamed, servicesFor } from './open.ts'
import { ofThisMachine } from './of-this-machine.ts'
import { streamServices } from './stream-services.ts'
import { takeInterruptions } from '../interruption.ts'
import type { ConfigOption } from '../options.ts'

/** The answer of `nightjar state`. */
export interface StateAnswer extends Pick<
  ComposeState,
  'kind' | 'usable' | 'reasons' | 'findings' | 'unanswered'
> {
  readonly compose: string
}

const longestPauseMs = 120_000

/** Looks at a compose once, or for at most `waitMs` until it is usable or dead. Prints changes to stderr. */
export async function watchState(
  word: string,
  { config }: ConfigOption,
  waitMs: number | null,
): Promise<StateAnswer> {
  const settings = loadConfig(config)
  const common = servicesFor([word], settings)
  const named = nameCompose(word, common.sites)
  if (named.kind === 'local') {
    const { lookAtLocalState } = await import('../../sources/local-state.ts')
    return ofThisMachine(() => lookAtLocalState(named.path))
  }
  const ref = await refNamed(common, named)
  const services = streamServices(common, settings, ref)
  const compose = formatComposeName(ref)
  const state =
    waitMs === null
      ? await lookAtCompose(services, ref, noMemory, { apartMs: 0, alone: true })
      : await untilDecided(services, ref, compose, waitMs)
  return { compose, ...state }
}

async function untilDecided(
  services: ComposeServices,
  ref: ComposeRef,
  compose: string,
  waitMs: number,
): Promise<ComposeState> {
  using interruption = takeInterruptions()
  const end = Date.now() + waitMs
  const pause = Math.min(longestPauseMs, waitMs / 10)
  let told = ''
  for (let memory = noMemory; ;) {
    const state = await interruption.orSooner(look(services, ref, memory))
    const said = `${compose} is ${state.kind}: ${state.reasons.join('; ')}`
    if (said !== told) console.error(said)
    const left = end - Date.now()
    if (state.kind === 'complete' || state.kind === 'dead' || left <= 0) return state
    await interruption.orSooner(sleep(Math.min(pause, left), undefined, interruption))
    told = said
    memory = state.memory
  }
}

/** A service that does not answer does not end the wait. */
async function look(services: ComposeServices, ref: ComposeRef, memory: StateMemory): Promise<ComposeState> {
  try {
    return await lookAtCompose(services, ref, memory, { apartMs: 0, alone: false })
  } catch (error) {
    if (!isNoAnswer(error)) throw error
    return {
      kind: 'waiting',
      usable: false,
      reasons: [error.message],
      findings: [],
      unanswered: true,
      memory,
    }
  }
}
