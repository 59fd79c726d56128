import { prelude } from './prelude'

/** `applyFence`. Own ARGV: the fence's id. Answers the Redis time. */
export const fenceScript = `${prelude}
local id = ARGV[6]
guard()
for index = firstTag, lastTag do
  local tag = withoutFence(settle(KEYS[index]), id)
  tag.fences[#tag.fences + 1] = newFence(id)
  write(KEYS[index], tag)
end
return { stamp }
`
