/** The forms in which a secret may stand in a text: as it is, and as programs write bytes into texts. */
export function formsOf(secret: string | Buffer): readonly string[] {
  const bytes = Buffer.from(secret)
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    // The characters at both ends depend on what stands beside the secret.
    return text.slice(before === 0 ? 0 : before + 1, Math.floor(((before + bytes.length) * 8) / 6) - 1)
  })
  const urls = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))
  const hex = bytes.toString('hex')
  const texts =
    typeof secret === 'string'
      ? [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]
      : []
  return [...new Set([...texts, ...base64, ...urls, hex, hex.toUpperCase()])]
}

/** The names of the secrets that a text holds in some form. */
export function leaksIn(text: string, secrets: Readonly<Record<string, string | Buffer>>): readonly string[] {
  return Object.entries(secrets)
    .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)))
    .map(([name]) => name)
}
