/** How its files are read. Real ones have less than one megabyte. */
export const coreosSite = { service: 'the site of Fedora CoreOS', maxBytes: 4 * 1024 * 1024 } as const
