// Starts a run, waits for its end, tells who failed, and tries those again once.
import { createClient, unwrap, waitForRun } from '@bantubayar/client';

const { BANTUBAYAR_URL: baseUrl = 'http://localhost:3000', BANTUBAYAR_TOKEN: token = '' } = process.env;
const api = createClient({ baseUrl, token });

// Where another run is under way, this one waits in the queue behind it.
const started = await unwrap(api.POST('/admin/sync-pembayaran/start', { body: { queue: true } }));
const run = await waitForRun(api, started.runId);
console.log(
  `Run ${run.id} ${run.status}: ${run.successCount} of ${run.total} students, ${run.failed} failed`,
);

if (run.failed > 0) {
  const path = { id: run.id };
  const query = { outcome: 'failed', limit: 500 };
  const failed = await unwrap(api.GET('/admin/sync-pembayaran/runs/{id}/siswa', { params: { path, query } }));
  for (const { idperson, nama, reason } of failed.items) console.log(`${idperson} ${nama}: ${reason}`);

  const again = await unwrap(api.POST('/admin/sync-pembayaran/runs/{id}/retry', { params: { path } }));
  const { id, status, successCount, total } = await waitForRun(api, again.runId);
  console.log(`Run ${id} ${status}: ${successCount} of ${total} students`);
}
