/** What a person decides who sets Nightjar up. */
export interface NewSetup {
  /** `machine`: in /etc, for a user of the system. `user`: in the home of the user who runs this. */
  readonly where: 'machine' | 'user'
  readonly openqaUrl: string
  readonly arches: readonly string[]
  /** `host:port` */
  readonly temporal: string
  readonly temporalUi: string | null
  /** Null: only `nightjar dev` can run, which brings a database. */
  readonly databaseUrl: string | null
  readonly mail: { readonly host: string; readonly from: string; readonly to: readonly string[] } | null
}

/** A file to write. One with a secret is for its owner only, and never shown. */
export interface NewFile {
  readonly path: string
  readonly text: string
  readonly secret?: boolean
}
