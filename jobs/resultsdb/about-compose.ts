import type { ComposeInfo } from '../../compose/images/composeinfo.ts'
import type { NewResult, ResultGroup } from './new-result.ts'

/** A compose whose results are posted. */
export interface ResultCompose {
  readonly info: ComposeInfo
  /** Of its tree. */
  readonly url: string
}

/** Who says so: `openqa`, `nightjar`. */
type Source = string

/**
 * What ResultsDB's conventions 3.0.3 say of a result on a whole compose: its groups and its data.
 */
export function aboutCompose(
  { info, url }: ResultCompose,
  source: Source,
): Pick<NewResult, 'groups' | 'data'> {
  const { name: id, release } = info
  return {
    groups: [
      { namespace: 'source', name: source },
      { namespace: 'compose', name: id, url },
      { namespace: source, name: id },
    ],
    data: {
      item: id,
      type: 'compose',
      source,
      'meta.conventions': 'result productmd.compose fedora.compose',
      'productmd.compose.id': id,
      'productmd.compose.name': release.name,
      'productmd.compose.short': release.short,
      'productmd.compose.version': release.version,
      'productmd.compose.date': info.date,
      'productmd.compose.type': info.type,
      'productmd.compose.respin': String(info.respin),
    },
  }
}

/** The group that has every result on a compose by openQA. */
export function openQaGroup(compose: string): ResultGroup {
  return { namespace: 'openqa', name: compose }
}
