/**
 * The subject of a report where the stream, the compose and the verdict stand beside it: what follows the
 * colon of `[Rawhide] 20261124.n.0 BROKEN: 1 failed`.
 */
export function withoutHead(subject: string): string {
  const told = /^\[[^\]]*\] \S+ [A-Z]+(?: \(amended\))?(?:: (.*))?$/.exec(subject)
  return told === null ? subject : (told[1] ?? '')
}
