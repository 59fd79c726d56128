import { prelude } from './prelude'

/** `applyLift`. Own ARGV: the fence's id. Names no namespace. Answers the Redis time. */
export const liftScript = `${prelude}
local id = ARGV[6]
for index = firstTag, lastTag do
  local tag = read(KEYS[index])
  local lifted = tag and withoutFence(tag, id)
  if lifted and #lifted.fences < #tag.fences then write(KEYS[index], lifted) end
end
return { stamp }
`
