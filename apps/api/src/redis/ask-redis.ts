import type { Queue } from 'bull';
import { within } from '../common/within';

/** What Redis answers; null where it is not there or takes longer. For what is worth no waiting and no error. */
export async function askRedis<T>(
  { client }: Queue,
  patienceMs: number,
  command: (redis: Queue['client']) => Promise<T>,
): Promise<T | null> {
  if (client.status !== 'ready') return null;
  return within(
    patienceMs,
    command(client).catch(() => null),
    null,
  );
}
