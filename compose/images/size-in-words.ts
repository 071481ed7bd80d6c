/** A size for people: `2.3 GiB`, `-` if it is not known. */
export function sizeInWords(bytes: number): string {
  if (bytes <= 0) return '-'
  const mebibytes = bytes / 2 ** 20
  return mebibytes < 1000 ? `${Math.round(mebibytes)} MiB` : `${(mebibytes / 1024).toFixed(1)} GiB`
}
