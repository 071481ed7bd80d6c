/** The date some days after tomorrow. Koji is not asked twice about a day that is over. */
export function comingDate(days: number): string {
  return new Date(Date.now() + (days + 1) * 86_400_000).toISOString().slice(0, 10)
}
