/** Whether a host name or address always means this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** Whether a URL is of this machine: the name of its host has an IPv6 address in brackets. */
export function isLoopbackUrl({ hostname }: Pick<URL, 'hostname'>): boolean {
  return isLoopback(hostname.replace(/^\[(.*)\]$/, '$1'))
}
