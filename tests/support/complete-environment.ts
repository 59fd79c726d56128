/** Every variable that the site needs, each well-formed; no optional one. */
export const completeEnvironment = {
  NODE_ENV: 'production',
  APP_URL: 'https://portolan.example/',
  DATABASE_URL: 'postgres://app:secret@db.example/portolan',
  PLATFORM_DATABASE_URL: 'postgres://platform:secret@db.example/portolan',
  UPSTASH_REDIS_REST_URL: 'https://redis.example',
  UPSTASH_REDIS_REST_TOKEN: 'token',
  EDGE_CONFIG: 'https://edge-config.example/ecfg_1?token=t',
  NEXTAUTH_SECRET: 'a secret of more than thirty-two characters',
  CRON_SECRET: 'sixteen characters',
  CACHE_SECRET: 'another secret of more than thirty-two characters',
}
