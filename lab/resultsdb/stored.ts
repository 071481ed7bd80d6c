/** A result of the lab's ResultsDB. */
export interface StoredResult {
  readonly id: number
  readonly testcase: string
  readonly outcome: string
  readonly note: string | null
  readonly refUrl: string | null
  /** Without a zone, with microseconds: `2026-11-24T06:00:00.000000`. */
  readonly submitTime: string
  readonly groups: readonly string[]
  readonly data: Readonly<Record<string, readonly string[]>>
}

/** A group of results. */
export interface StoredGroup {
  readonly uuid: string
  description: string | null
  refUrl: string | null
}

/** Everything that the lab's ResultsDB knows. */
export interface ResultsState {
  readonly results: StoredResult[]
  readonly groups: Map<string, StoredGroup>
  /** The address of each test case, by name. */
  readonly testcases: Map<string, string | null>
}

/** A result as the API writes it. */
export function resultJson(state: ResultsState, base: string, result: StoredResult): object {
  const { id, outcome, note, refUrl, submitTime, groups, data } = result
  return {
    id,
    outcome,
    note,
    ref_url: refUrl,
    submit_time: submitTime,
    groups,
    data,
    testcase: testcaseJson(state, base, result.testcase),
    href: `${base}/results/${id}`,
  }
}

/** A test case as the API writes it. */
export function testcaseJson({ testcases }: ResultsState, base: string, name: string): object {
  return { name, ref_url: testcases.get(name) ?? null, href: `${base}/testcases/${name}` }
}

/** A group as the API writes it. */
export function groupJson(
  { results }: ResultsState,
  base: string,
  { uuid, description, refUrl }: StoredGroup,
) {
  return {
    uuid,
    description,
    ref_url: refUrl,
    href: `${base}/groups/${uuid}`,
    results: `${base}/results?groups=${uuid}`,
    results_count: results.filter(({ groups }) => groups.includes(uuid)).length,
  }
}
