/** The positions of the arguments in a method's request. `opts` is the last argument, a struct. */
export interface RequestShape {
  readonly name?: number
  readonly version?: number
  readonly release: number | 'opts'
  readonly arches: number
}

/** A Koji task method that makes images: its request, and why Nightjar asks for its tasks. */
export interface ImageMethod {
  readonly method: string
  readonly request: RequestShape
  readonly makes: 'live' | 'disk' | 'any'
  readonly why: string
}

/** The first arguments of every child: name, version, release, arch. */
const child: RequestShape = { name: 0, version: 1, release: 2, arches: 3 }
const parent: RequestShape = { name: 0, version: 1, release: 'opts', arches: 2 }

/**
 * Koji's image methods, with their requests as Koji and its plugins define them. Children make the images.
 * Parents matter while they are FREE, because they have no children yet.
 */
export const imageMethods: readonly ImageMethod[] = [
  { method: 'createLiveCD', request: child, makes: 'live', why: 'live images until Fedora 23' },
  { method: 'livecd', request: parent, makes: 'live', why: 'parent of createLiveCD' },
  { method: 'createAppliance', request: child, makes: 'disk', why: 'ARM disk images until Fedora 37' },
  { method: 'appliance', request: parent, makes: 'disk', why: 'parent of createAppliance' },
  {
    method: 'createImage',
    request: child,
    makes: 'disk',
    why: 'cloud, container and disk images of image-build',
  },
  { method: 'image', request: parent, makes: 'disk', why: 'parent of createImage, for several arches' },
  { method: 'createLiveMedia', request: child, makes: 'live', why: 'live images from Fedora 24 on' },
  {
    method: 'livemedia',
    request: parent,
    makes: 'live',
    why: 'parent of createLiveMedia, for several arches',
  },
  {
    method: 'createKiwiImage',
    request: child,
    makes: 'any',
    why: 'cloud and container images of the kiwi plugin',
  },
  {
    method: 'kiwiBuild',
    request: { version: 0, release: 'opts', arches: 1 },
    makes: 'any',
    why: 'parent of createKiwiImage; it has a target (f44) instead of name and version',
  },
  {
    method: 'osbuildImage',
    request: { name: 0, version: 1, release: 'opts', arches: 5 },
    makes: 'any',
    why: 'images of the osbuild plugin, which has no children',
  },
]
