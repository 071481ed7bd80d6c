import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Where pictures of the pages go; none are taken where it is not set. */
const folder = process.env['NIGHTJAR_SCREENSHOTS'] ?? ''

/** Takes a picture of a whole page as it is shown now. */
export async function picture(page: Page, name: string): Promise<void> {
  if (folder === '') return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
