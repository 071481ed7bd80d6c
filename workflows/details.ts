import type { Progress, StageRecord } from './stage.ts'

/** The night as a markdown table: what Temporal's UI shows as the current details of the run. */
export function detailsTable({ stream, date, compose, verdict, stages }: Progress): string {
  const title = `**${stream} ${date}**: ${compose ?? 'no compose yet'}${verdict === null ? '' : `, **${verdict}**`}`
  const head = '| stage | state | since (UTC) | last answer | deadline (UTC) |\n|---|---|---|---|---|'
  return [title, '', head, ...stages.map(row)].join('\n')
}

function row({ name, state, since, lastAnswer, deadline }: StageRecord): string {
  return `| ${name} | ${state} | ${clock(since)} | ${cell(lastAnswer)} | ${clock(state === 'running' ? deadline : null)} |`
}

function clock(iso: string | null): string {
  return iso === null ? '' : iso.slice(5, 16).replace('T', ' ')
}

function cell(text: string): string {
  return text.replaceAll('|', '/').replaceAll(/\s+/g, ' ')
}
