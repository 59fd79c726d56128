/**
 * What all scripts begin with: the functions of protocol.ts under their names there.
 *
 * KEYS: per namespace its marker and its tag, then the tags, then what a script has of its own.
 * ARGV: nonce, life of a fence (ms), life of a tag (ms), count of namespaces, count of tags, own.
 *
 * Times are joined and printed as text or by `%.0f`: a number that Lua prints itself keeps 14
 * digits, and microseconds have 16.
 */
export const prelude = `
local clock = redis.call('TIME')
local stamp = clock[1] .. string.format('%06d', clock[2])
local now = tonumber(stamp)
local nonce, fenceLife, tagLife = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local namespaceCount, tagCount = tonumber(ARGV[4]), tonumber(ARGV[5])
local firstTag = 2 * namespaceCount + 1
local lastTag = 2 * namespaceCount + tagCount

local function parseTag(value)
  local bar = string.find(value, '|', 1, true)
  if not bar then return { version = value, fences = {} } end
  local fences = {}
  for id, deadline in string.gmatch(string.sub(value, bar + 1), '([^@,]+)@(%d+)') do
    fences[#fences + 1] = { id = id, deadline = deadline }
  end
  return { version = string.sub(value, 1, bar - 1), fences = fences }
end

local function formatTag(tag)
  if #tag.fences == 0 then return tag.version end
  local open = {}
  for index, fence in ipairs(tag.fences) do open[index] = fence.id .. '@' .. fence.deadline end
  return tag.version .. '|' .. table.concat(open, ',')
end

local function newVersion(previous)
  local counter = previous and tonumber(string.match(previous, '^[^:]*:(%d+)')) or 0
  return stamp .. ':' .. string.format('%.0f', counter + 1) .. ':' .. nonce
end

local function newFence(id)
  return { id = id, deadline = string.format('%.0f', now + fenceLife * 1000) }
end

local function read(key)
  local value = redis.call('GET', key)
  return value and parseTag(value) or nil
end

local function write(key, tag)
  redis.call('SET', key, formatTag(tag), 'PX', tagLife)
end

local function prune(tag)
  local open = {}
  for _, fence in ipairs(tag.fences) do
    if tonumber(fence.deadline) > now then open[#open + 1] = fence end
  end
  if #open == #tag.fences then return tag end
  return { version = newVersion(tag.version), fences = open }
end

local function withoutFence(tag, id)
  local others = {}
  for _, fence in ipairs(tag.fences) do
    if fence.id ~= id then others[#others + 1] = fence end
  end
  return { version = tag.version, fences = others }
end

local function guard()
  for index = 1, namespaceCount do
    local marker, key = KEYS[2 * index - 1], KEYS[2 * index]
    if redis.call('EXISTS', marker) == 0 then
      redis.call('SET', marker, stamp)
      local tag = read(key)
      write(key, { version = newVersion(tag and tag.version), fences = { newFence('quarantine') } })
    end
  end
end

local function settle(key)
  local tag = read(key)
  return tag and prune(tag) or { version = newVersion(nil), fences = {} }
end
`
