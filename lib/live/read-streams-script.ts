/**
 * Reads several streams at one moment. KEYS: the streams. ARGV: a nonce, events per stream at most,
 * then per stream where to begin: the number and the nonce of the last event that was heard; `ago`
 * and milliseconds; or `now` and an empty text. Answers per stream `events`, `lost` or `start`, and
 * events: of `lost` and `start` the newest one.
 *
 * A stream that holds the last event that somebody heard holds all that came after it. One without
 * any event gets a first one that names nothing, so that there is always one to hold on to.
 */
export const readStreamsScript = `
local nonce, most = ARGV[1], ARGV[2]
local answer = {}
for index, stream in ipairs(KEYS) do
  local from, detail = ARGV[1 + 2 * index], ARGV[2 + 2 * index]
  local kind, events = 'lost', {}
  if from == 'now' then
    kind = 'start'
  elseif from == 'ago' then
    local clock = redis.call('TIME')
    local since = clock[1] * 1000 + math.floor(clock[2] / 1000) - tonumber(detail)
    events = redis.call('XRANGE', stream, string.format('%.0f', since), '+', 'COUNT', most)
    kind = #events > 0 and 'events' or 'start'
  else
    local known = redis.call('XRANGE', stream, from, from)[1]
    -- The first field of an event is its nonce.
    if known and known[2][2] == detail then
      kind, events = 'events', redis.call('XRANGE', stream, '(' .. from, '+', 'COUNT', most)
    end
  end
  if kind == 'events' then
    answer[index] = { kind, events }
  else
    local newest = redis.call('XREVRANGE', stream, '+', '-', 'COUNT', 1)
    if #newest == 0 then
      redis.call('XADD', stream, '*', 'nonce', nonce, 'id', 'begin', 'tags', '[]')
      newest = redis.call('XREVRANGE', stream, '+', '-', 'COUNT', 1)
    end
    answer[index] = { kind, newest }
  end
end
return answer
`
