import { createClient, unwrap, waitForRun } from '@bantubayar/client';

const [baseUrl = '', token = ''] = process.argv.slice(2);
const api = createClient({ baseUrl, token });

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
  const { id } = await waitForRun(api, started.runId, { everyMs: 100 });

  const path = { id };
  const query = { outcome: 'failed', limit: 500 } as const;
  const failures = await unwrap(
    api.GET('/admin/sync-pembayaran/runs/{id}/siswa', { params: { path, query } }),
  );
  console.log(JSON.stringify(failures.items.map(({ idperson, reason }) => `${idperson}: ${reason ?? ''}`)));
}

void main();
