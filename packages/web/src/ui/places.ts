/** A page of the portal that people go to by its name. */
export interface Place {
  /** Of its route. */
  name: string
  icon: string
  /** Key of its title. */
  label: string
}

/** What the library shows, in the order of its navigation. */
export const libraryPlaces: readonly Place[] = [
  { name: 'library', icon: 'i-lucide-folder', label: 'library.title' },
  { name: 'shared', icon: 'i-lucide-users-round', label: 'collections.shared.title' },
  { name: 'favourites', icon: 'i-lucide-star', label: 'collections.favourites.title' },
  { name: 'recent', icon: 'i-lucide-clock', label: 'collections.recent.title' },
  { name: 'trash', icon: 'i-lucide-trash-2', label: 'trash.title' },
]

/** What the menu of one's account leads to. */
export const accountPlace: Place = { name: 'account', icon: 'i-lucide-user-round', label: 'menu.account' }

/** Further pages of that menu, which only administrators may see. */
export const administratorPlaces: readonly Place[] = [
  { name: 'people', icon: 'i-lucide-users-round', label: 'people.title' },
  { name: 'storage', icon: 'i-lucide-hard-drive', label: 'storage.title' },
  { name: 'activity', icon: 'i-lucide-list', label: 'activity.title' },
]

/** Pages that other pages lead to. */
export const spacesPlace: Place = { name: 'spaces', icon: 'i-lucide-school', label: 'spaces.title' }
export const groupsPlace: Place = { name: 'groups', icon: 'i-lucide-users', label: 'people.groups' }
