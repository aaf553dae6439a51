import { setTimeout as sleep } from 'node:timers/promises';
import createClient from 'openapi-fetch';
import type { paths } from '../dist/openapi';

const [url = '', token = ''] = process.argv.slice(2);
const api = createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${token}` } });

/** What an integrator writes against the generated types, without a cast: start, follow, and tell who failed. */
async function main(): Promise<void> {
  const header = { 'Idempotency-Key': 'typed-client' };
  const { data: started, error } = await api.POST('/admin/sync-pembayaran/start', {
    params: { header },
    body: { scope: null, queue: false },
  });
  if (error?.code === 'sync_already_running') throw new Error(`${error.details.run.percent} %`);
  if (error?.code === 'validation_failed') throw new Error(Object.keys(error.details.fields).join());
  if (error) throw new Error(error.message);
  if (started.runId === null) throw new Error('no run');
  await ended();

  const { data: failures, error: refusal } = await api.GET('/admin/sync-pembayaran/runs/{id}/siswa', {
    params: { path: { id: started.runId }, query: { outcome: 'failed', limit: 500 } },
  });
  if (refusal) throw new Error(refusal.message);
  console.log(JSON.stringify(failures.items.map(({ idperson, reason }) => `${idperson}: ${reason ?? ''}`)));
}

async function ended(): Promise<void> {
  for (;;) {
    const { data, error } = await api.GET('/admin/sync-pembayaran/progress');
    if (error) throw new Error(error.message);
    if (!data.isRunning && data.finishedAt !== null) return;
    await sleep(100);
  }
}

void main();
