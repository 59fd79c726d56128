/** What a person wrote that no bench understands; its message is all they need. */
export class WrongUse extends Error {
  override name = 'WrongUse'
}
