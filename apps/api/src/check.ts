import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { env } from './config/env';
import { StartError } from './config/start-error';
import { withoutSecrets } from './logging/secrets';
import { explain } from './database/connect-trouble';
import { databaseOptions } from './database/database.options';
import { checkRights } from './database/rights-check';
import { checkServer } from './database/server-checks';
import { redisTrouble } from './redis/redis-check';
import { openPost } from './surel/post';
import { runProgram } from './run-program';

const PATIENCE_MS = 10_000;

/** What would be wrong with each part; null where nothing would. */
const PARTS: Record<string, () => Promise<string | null>> = {
  database: databaseTrouble,
  queue: async () => (await redisTrouble(env.REDIS_URL))?.words ?? null,
  service: serviceTrouble,
  mail: mailTrouble,
};

/** Looks at the parts named, as a start would, and changes nothing; tells each as JSON on a line. */
async function main(): Promise<void> {
  for (const part of process.argv.slice(2)) {
    const look = PARTS[part];
    if (!look)
      throw new StartError(`There is no part "${part}"; there are: ${Object.keys(PARTS).join(', ')}`);
    console.log(JSON.stringify({ part, trouble: await look() }));
  }
}

async function databaseTrouble(): Promise<string | null> {
  const dataSource = new DataSource({ ...databaseOptions, entities: [] });
  try {
    await dataSource.initialize();
    await checkServer(dataSource);
    await checkRights(dataSource, await dataSource.showMigrations());
    return null;
  } catch (error) {
    return error instanceof StartError ? error.message : explain(error, databaseOptions).words;
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

/** Signs in there, where it wants that, and sends nothing. */
async function mailTrouble(): Promise<string | null> {
  const smtp = env.SMTP_URL;
  if (!smtp) return null;
  const server = `${smtp.host}:${smtp.port}`;
  const post = openPost(smtp, PATIENCE_MS);
  try {
    await post.verify();
    return null;
  } catch (error) {
    return `SMTP_URL (${server}): ${withoutSecrets(`${(error as Error).message}`)}.`;
  } finally {
    post.close();
  }
}

/** Whatever it answers, it is there; only the page's own test uses the credentials. */
async function serviceTrouble(): Promise<string | null> {
  try {
    await fetch(env.PAYMENT_API_URL, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    return null;
  } catch (error) {
    const { cause, message } = error as Error & { cause?: Error & { code?: string } };
    return `PAYMENT_API_URL (${env.PAYMENT_API_URL}): it cannot be reached (${cause?.code ?? cause?.message ?? message}).`;
  }
}

runProgram(main);
