import type { ComposeServices, Places } from './compose-tools.ts'

/** The services with other places, also where they load all clients. */
export function withPlaces<Services extends ComposeServices>(services: Services, places: Places): Services {
  const all = async () => ({ ...(await services.all()), places })
  return { ...services, places, all }
}
