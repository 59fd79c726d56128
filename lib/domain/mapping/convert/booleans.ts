import { foldValue } from '../values/fold'

const TRUE =
  'true yes y t 1 x on ja j oui o si s sim v vrai wahr vero verdadero verdadeiro enabled enable active aktiviert aktiv actif activo ativo ein an checked connected waar tak да 是 はい 有'
const FALSE =
  'false no n f 0 off nein non nao faux falsch falso disabled disable inactive deaktiviert inaktiv inactif inactivo inativo aus unchecked disconnected notconnected nee onwaar nie нет 否 いいえ 無'

const words = new Map<string, boolean>([
  ...TRUE.split(' ').map((word): [string, boolean] => [word, true]),
  ...FALSE.split(' ').map((word): [string, boolean] => [word, false]),
])

/** Yes or no in the languages of our sources; null when the text says neither. */
export function parseBoolean(text: string): boolean | null {
  return words.get(foldValue(text)) ?? null
}
