/** What a task should make. */
export interface Made {
  readonly name: string
  readonly version: string
  readonly release: string
  readonly arch: string
}
