import type { SyncRunPageDto } from '@bantubayar/shared';
import { openAt, waitForText } from '../support/browser';
import { inBrowser, page, stack } from '../support/in-browser';

/** One spec lets no progress through; a start is refused. */
const EXPECTED = /ERR_FAILED|status of 409/;

describe('the queue of runs in a browser', () => {
  inBrowser('queue_browser', { students: 80 }, EXPECTED);

  beforeEach(async () => {
    await openAt(page, '/admin/sync-pembayaran');
    await waitForText(page, 'status-badge', /./);
  });
  afterEach(async () => {
    await stack.faults({});
    await stack.client.progressUntil(({ isRunning, status }) => !isRunning && status !== 'queued');
  });

  const latest = async () =>
    (await stack.client.get<SyncRunPageDto>('/admin/sync-pembayaran/runs?limit=1')).body.items[0]!;

  it('tells who runs, takes a turn and gives it back', async () => {
    await stack.faults({ latencyMs: 2_500 });
    await stack.client.start();
    await waitForText(page, 'status-badge', /Sedang Berjalan/);
    expect(await page.getByTestId('run-queue').count()).toBe(0);
    await page.getByTestId('queue-button').click();
    await waitForText(page, 'queued-run', /Giliran Anda berikutnya/);
    await waitForText(page, 'status-badge', /Sedang Berjalan/);
    await page.getByTestId('take-back-button').click();
    await page.getByTestId('queued-run').waitFor({ state: 'detached' });
    expect(await latest()).toMatchObject({ status: 'cancelled' });
    await waitForText(page, 'status-badge', /Selesai/);
  });

  it('of jobs is shown by Bull Board, which asks nobody else for anything', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByTestId('technical').locator('summary').click();
    await page.getByTestId('queues-link').click();
    await page.getByText('sync-pembayaran-dispatch').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/admin/queues');
    expect(asked.filter((url) => !url.startsWith(stack.url) && !url.startsWith('data:'))).toEqual([]);
  });

  it('is cleared by an admin, after a question', async () => {
    await stack.faults({ latencyMs: 2_500 });
    const { runId } = (await stack.client.start()).body;
    for (let n = 0; n < 2; n++) await stack.client.start({ queue: true });
    await page.getByTestId('clear-queue-button').click();
    await page.getByText('2 sinkronisasi yang menunggu giliran dibatalkan').waitFor();
    await page.getByTestId('confirm-clear-queue').click();
    await page.getByText('2 antrean dibatalkan.').waitFor();
    await page.getByTestId('run-queue').waitFor({ state: 'detached' });
    expect(await stack.client.progress()).toMatchObject({ runId, isRunning: true });
  });

  it('offers a turn where a start finds another run, and runs it by itself', async () => {
    await stack.client.post('/admin/sync-pembayaran/reset');
    await waitForText(page, 'status-badge', /Siap/);
    // The page has not heard of the other run yet.
    await page.route('**/progress*', (route) => route.abort());
    await stack.faults({ latencyMs: 2_500 });
    const { runId } = (await stack.client.start()).body;
    await page.getByTestId('start-button').click();
    await waitForText(page, 'joined', /Sudah ada sinkronisasi yang berjalan/);
    await page.unroute('**/progress*');
    await page.getByTestId('joined').getByTestId('queue-button').click();
    await waitForText(page, 'queued-run', /Giliran Anda berikutnya/);
    const queued = await latest();
    expect(queued.id).not.toBe(runId);
    await stack.faults({});
    await stack.client.progressUntil((now) => now.runId === queued.id && now.status === 'completed');
    await waitForText(page, 'status-badge', /Selesai/);
    await page.getByTestId('run-queue').waitFor({ state: 'detached' });
  });
});
