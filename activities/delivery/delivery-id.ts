/**
 * The id by which a receiver knows an edition again, the same at each try: `nightly_rawhide_2026-11-24_1`. It
 * has no character that a header or a signature could take for the end of it.
 * @param edition its number; for one without a number of the archive, a name of its own
 */
export function deliveryId(run: string, edition: string): string {
  return `${plain(run)}_${plain(edition)}`
}

/** No two texts become one. */
function plain(text: string): string {
  return text.replaceAll(/[^\dA-Za-z-]/g, (char) =>
    char === '/' ? '_' : `~${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
