import { prelude } from './prelude'

/**
 * `applyBump`, then one event per namespace. Own KEYS: the namespaces' streams, in their order.
 * Own ARGV: the fence's id, the streams' life (ms), then per namespace the event's text. Answers
 * the Redis time and the events' names. A stream's channel has its key as name.
 *
 * An event's name is its number in the stream and the nonce: after a failover, an engine whose clock
 * is behind gives the numbers of lost events again.
 */
export const bumpScript = `${prelude}
local id, streamLife = ARGV[6], tonumber(ARGV[7])
guard()
for index = firstTag, lastTag do
  local tag = read(KEYS[index])
  if tag then
    local bumped = withoutFence(prune(tag), id)
    bumped.version = newVersion(bumped.version)
    write(KEYS[index], bumped)
  end
end
local answer = { stamp }
local oldest = string.format('%.0f', math.floor(now / 1000) - streamLife)
for index = 1, namespaceCount do
  local stream, text = KEYS[lastTag + index], ARGV[7 + index]
  local event = redis.call('XADD', stream, 'MINID', '~', oldest, '*', 'nonce', nonce, 'id', id, 'tags', text)
  redis.call('PUBLISH', stream, event)
  answer[#answer + 1] = event .. ':' .. nonce
end
return answer
`
