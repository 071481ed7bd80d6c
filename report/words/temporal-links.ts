/** Temporal's web UI: its URL without a closing slash, and the namespace of the nights. */
export interface TemporalUi {
  readonly url: string
  readonly namespace: string
}

/**
 * A page of a run in Temporal's UI: `user-metadata` has the details of a night, `pending-activities` the last
 * answer of each look. Without the id of the run it is the first page of the newest run.
 */
export function runLink(
  ui: TemporalUi,
  workflowId: string,
  page: { readonly run: string; readonly tab: 'user-metadata' | 'pending-activities' } | null = null,
): string {
  const id = `${workflowsLink(ui)}/${encodeURIComponent(workflowId)}`
  return page === null ? id : `${id}/${encodeURIComponent(page.run)}/${page.tab}`
}

/** The list of the nights in Temporal's UI: all, or those with one of some verdicts. */
export function nightsLink(ui: TemporalUi, verdicts: readonly string[] = []): string {
  const words = verdicts.map((verdict) => `"${verdict}"`).join(', ')
  const ofVerdict = verdicts.length > 1 ? `IN (${words})` : `= ${words}`
  const query = `\`WorkflowType\`="nightly"${verdicts.length === 0 ? '' : ` AND \`Verdict\` ${ofVerdict}`}`
  return `${workflowsLink(ui)}?query=${encodeURIComponent(query)}`
}

function workflowsLink({ url, namespace }: TemporalUi): string {
  return `${url}/namespaces/${encodeURIComponent(namespace)}/workflows`
}
