/**
 * By a mutant's name, a seed that told it: where to look first, so that few are needed. Any other may
 * tell it as well; `npm run sim:mutants` looks from the first on.
 */
export const knownSeeds: Readonly<Record<string, number>> = {
  'no fence check': 31,
  'a missing tag counts as valid': 38,
  'the version is made by the caller': 18,
  'pruned without a new version': 666,
  'a fence is dropped before its deadline': 203,
  'a bump lifts every fence': 648,
  'a missing tag gets no fence': 203,
  'a lift drops every fence': 679,
  'the marker is ignored': 132,
  'no quarantine after a loss of everything': 132,
  'versions are captured after the load': 112,
  'no join check': 1157,
  'a miss is shared with readers who began after it': 126,
  'reads do not carry the tags of their namespaces': 132,
  'Redis is trusted again before it was told': 35,
  'a command fills from its own transaction': 72,
  'a tag is forgotten before its fences are past': 31,
  'one fence id for all attempts': 359,
  'the fence is lifted though the commit is unknown': 19,
  'the bump is sent though the commit is unknown': 609,
  'done is said though the fence failed': 1281,
  'rows are marked before the bump': 753,
  'no audit': 594,
  'the audit trusts the number of an event alone': 1412,
  'the outbox is read before deferred triggers ran': 175,
  'a transaction may outlast its fence': 23,
}
