import { prelude } from './prelude'

/** `applyTidy`. Answers the Redis time. */
export const tidyScript = `${prelude}
guard()
for index = firstTag, lastTag do
  local tag = read(KEYS[index])
  local pruned = tag and prune(tag)
  if pruned and pruned ~= tag then write(KEYS[index], pruned) end
end
return { stamp }
`
