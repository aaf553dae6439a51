/** Every jest worker has a database and a Redis number of its own on the servers that the environment names. */
const { DATABASE_URL, REDIS_URL, JEST_WORKER_ID = '1' } = process.env;

if (DATABASE_URL && REDIS_URL) {
  const database = new URL(DATABASE_URL);
  database.pathname = `/bantubayar_unit_${JEST_WORKER_ID}`;
  const redis = new URL(REDIS_URL);
  redis.pathname = `/${JEST_WORKER_ID}`;
  Object.assign(process.env, { DATABASE_URL: database.href, REDIS_URL: redis.href });
}
process.env.LOG_LEVEL = 'silent';
