/** What a person may write as the URL of the archive. */
export const databaseUrlForms =
  'a URL such as "postgresql://host/nightjar" or, for a socket, "postgresql://user@/nightjar?host=/folder"'

/**
 * The URL of a PostgreSQL database, `postgresql://user:password@host/database`; null for any other text. A
 * Unix socket is `?host=/folder`. libpq lets the host before it be empty, as in
 * `postgresql://user@/database?host=/folder`; here it becomes `localhost`, which the folder overrides.
 */
export function readDatabaseUrl(text: string): string | null {
  if (!/^postgres(?:ql)?:\/\/\S+$/.test(text)) return null
  const url = text.replace(/^([a-z]+:\/\/[^/?#@]*@)(?=\/[^?#]*\?(?:[^#]*&)?host=)/, '$1localhost')
  return URL.canParse(url) ? url : null
}
