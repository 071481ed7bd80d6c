/** The parameters to which fedora_openqa's own test holds its post of the build whose folder is at a URL. */
export function paramsOfFedoraOpenqa(url: string) {
  return {
    DISTRI: 'fedora',
    VERSION: '36',
    ARCH: 'x86_64',
    BUILD: 'Fedora-CoreOS-36.20211123.91.0',
    _OBSOLETE: '1',
    _ONLY_OBSOLETE_SAME_BUILD: '1',
    QEMU_HOST_IP: '172.16.2.2',
    NICTYPE_USER_OPTIONS: 'net=172.16.2.0/24',
    FLAVOR: 'CoreOS-colive-iso',
    CURRREL: '35',
    RAWREL: '36',
    UP1REL: '35',
    UP2REL: '34',
    IMAGETYPE: 'colive',
    ISO_URL: `${url}/fedora-coreos-36.20211123.91.0-live.x86_64.iso`,
    LOCATION: '',
    SUBVARIANT: 'CoreOS',
  }
}
