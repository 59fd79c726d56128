/**
 * Adds to the fields of a hash. KEYS: the hash. ARGV: its life (ms), then names and by how much.
 * One command, whatever the number of the fields.
 */
export const addFiguresScript = `
for index = 2, #ARGV, 2 do redis.call('HINCRBY', KEYS[1], ARGV[index], ARGV[index + 1]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return { 'OK' }
`
