/** Whoever asks: a signed-in person. Strangers have no actor. */
export interface Actor {
  userId: string
  name: string
  isAdministrator: boolean
  isGuest: boolean
  language: string
}
