import { chromium as driver, type Browser } from 'playwright-core'

/** Debian's browser, or that of `NIGHTJAR_TEST_CHROMIUM`. */
export const chromium = process.env['NIGHTJAR_TEST_CHROMIUM'] ?? '/usr/bin/chromium'

/** A browser that asks nobody but the server of a test. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the browser. */
export function startChromium(): Promise<Browser> {
  return driver.launch({ executablePath: chromium, args: flags })
}
