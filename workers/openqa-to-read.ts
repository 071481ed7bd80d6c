import { openQa, type OpenQa } from '../clients/openqa/openqa.ts'
import type { Settings } from './config/config.ts'
import { deadlinesOf } from './config/deadlines.ts'
import { placesOf } from './config/places.ts'

/** An openQA that nothing is posted to. */
export type OpenQaToRead = OpenQa

/** The openQA of a configuration, without a key. */
export function openQaToRead(settings: Settings): OpenQaToRead {
  const { read: deadlineMs } = deadlinesOf(settings.patience)
  return openQa({ url: placesOf(settings).openqa, deadlineMs })
}
