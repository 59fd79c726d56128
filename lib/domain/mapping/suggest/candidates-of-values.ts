import type { HeaderMeaning } from '../lexicon/analyse-header'
import { shareOfVocabulary, type ValueEvidence } from '../values/detect-values'
import type { Candidate } from './candidate'

/** What values alone suggest where the header says nothing, with how much they are worth then. */
function fromValues(evidence: ValueEvidence): Candidate[] {
  if (evidence.count < 3) return []
  const share = (kind: Parameters<typeof evidence.kinds.get>[0]) => evidence.kinds.get(kind) ?? 0
  const found: [string, number, string][] = [
    ['mac_address', share('mac') * 0.62, 'All values are MAC addresses'],
    ['ip_address', share('ipv4') * 0.5, 'All values are IPv4 addresses'],
    ['ipv6_address', share('ipv6') * 0.55, 'All values are IPv6 addresses'],
    ['os_name', share('operating_system') * 0.58, 'The values name operating systems'],
    ['vm_moref', share('moref') * 0.6, 'The values are references of managed objects'],
    ['instance_type', share('instance_type') * 0.58, 'The values are sizes of cloud instances'],
    ['cloud_region', share('cloud_zone') * 0.55, 'The values are regions or zones of a cloud'],
    ['image_id', share('image_id') * 0.55, 'The values are images'],
    ['cpu_model', share('cpu_model') * 0.5, 'The values name processors'],
    ['timezone', share('time_zone') * 0.5, 'The values are time zones'],
    ['uuid', share('uuid') * 0.42, 'All values are UUIDs'],
    ['fqdn', share('fqdn') * 0.42, 'All values are full domain names'],
  ]
  const poweredOn = evidence.values.filter((value) =>
    /^power(?:ed)?[ _]?o(?:n|ff)$|^running$|^deallocated$/i.test(value),
  )
  if (shareOfVocabulary(evidence, 'power_state') >= 0.9 && poweredOn.length > 0) {
    found.push(['power_state', 0.55, 'The values are power states'])
  }
  const stages = evidence.values.filter((value) => /^(?:prod|dev|test|uat|stag|qa)/i.test(value))
  if (shareOfVocabulary(evidence, 'environment') >= 0.9 && stages.length >= evidence.count * 0.5) {
    found.push(['environment', 0.55, 'The values are names of environments'])
  }
  return found
    .filter(([, score]) => score >= 0.35)
    .map(([attribute, score, reason]) => ({ attribute, score, reasons: [reason], vouched: false }))
}

/** Words that leave open what a column holds. */
const EMPTY_WORDS = new Set(
  'column field value data info details custom u x attribute number name other text code'.split(
    ' ',
  ),
)

/** Whether a header's words leave open what the column holds. */
export function saysNothing({ concepts, unknown }: HeaderMeaning): boolean {
  return [...concepts.keys()].every((concept) => EMPTY_WORDS.has(concept)) && unknown.length <= 2
}

/** Lets values speak where the header says nothing, or less than they do. */
export function mergeValues(
  candidates: Candidate[],
  evidence: ValueEvidence,
  meaning: HeaderMeaning,
): void {
  const open = saysNothing(meaning)
  for (const told of fromValues(evidence)) {
    const known = candidates.find(({ attribute }) => attribute === told.attribute)
    const worth = open ? told.score : told.score * 0.6
    if (known && known.score < worth) {
      known.score = worth
      known.reasons.unshift(...told.reasons)
    } else if (!known && open) {
      candidates.push({ ...told, score: worth })
    }
  }
}
