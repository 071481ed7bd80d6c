import type { Tools } from '../../activities/tools.ts'
import type { OpenQa } from '../../clients/openqa/openqa.ts'
import { watchBuilds } from '../../sources/openqa/build-watch.ts'
import type { FreshDatabase } from '../archive/fresh-database.ts'
import type { SteppedLab } from '../sources/stepped-lab.ts'

/** All tools of a night in a lab, with an archive and an openQA of the test. */
export function toolsOf(
  { tools }: SteppedLab,
  { archive }: FreshDatabase,
  openqa: { readonly client: OpenQa; readonly canPost: boolean },
): Tools {
  return {
    ...tools,
    archive,
    placesFor: () => tools.places,
    windowOf: () => null,
    dueOf: () => '2026-11-24T05:15:00.000Z',
    openqa: async () => openqa,
    builds: watchBuilds(),
    program: '0.1.0',
    publishBy: false,
    mail: null,
    channels: [],
    bus: null,
  }
}
