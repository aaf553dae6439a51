import type {
  AuditEntryDto,
  ClearedQueueDto,
  Page,
  SavedScheduleDto,
  SyncProgressDto,
  SyncRunPageDto,
} from '@bantubayar/shared';
import { eventually } from '../support/eventually';
import { Stack } from '../support/stack';

const SYNC = '/admin/sync-pembayaran';

describe('runs that wait, and runs by the clock', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('schedule', { students: 20 });
  });
  afterAll(() => stack.stop());

  const ended = ({ isRunning, status }: SyncProgressDto) => !isRunning && status !== 'queued';
  const endOf = (runId: string | null) =>
    stack.client.progressUntil((now) => now.runId === runId && ended(now));

  it('takes a queued run back', async () => {
    await stack.faults({ latencyMs: 500 });
    const { body: active } = await stack.client.start();
    const { body: queued } = await stack.client.start({ queue: true });
    const back = await stack.client.post<SyncProgressDto>(`${SYNC}/runs/${queued.runId}/take-back`);
    expect(back).toMatchObject({ status: 200, body: { runId: queued.runId, status: 'cancelled' } });
    expect(await stack.client.post(`${SYNC}/runs/${queued.runId}/take-back`)).toMatchObject({
      status: 409,
      body: { code: 'run_not_queued' },
    });
    await stack.faults({});
    await endOf(active.runId);
    expect((await stack.client.get<SyncRunPageDto>(`${SYNC}/runs?limit=2`)).body.items).toMatchObject([
      { id: queued.runId, status: 'cancelled' },
      { id: active.runId, status: 'completed' },
    ]);
  });

  it('clears the queue, and leaves the active run', async () => {
    const clear = () => stack.client.post<ClearedQueueDto>(`${SYNC}/clear-queue`);
    await stack.faults({ latencyMs: 500 });
    const { body: active } = await stack.client.start();
    const queued = [];
    for (let n = 0; n < 3; n++) queued.push((await stack.client.start({ queue: true })).body.runId);
    expect(await clear()).toMatchObject({ status: 200, body: { runIds: queued } });
    expect(await clear()).toMatchObject({ status: 200, body: { runIds: [] } });
    await stack.faults({});
    await endOf(active.runId);
    const { items } = (await stack.client.get<SyncRunPageDto>(`${SYNC}/runs?limit=4`)).body;
    expect(items.map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'cancelled', 'completed']);
    expect(items[0]!.cancelledBy).toBe('Admin');
    const [noted] = (await stack.client.get<Page<AuditEntryDto>>('/admin/audit?action=sync_queue_cleared'))
      .body.items;
    expect(noted).toMatchObject({ action: 'sync_queue_cleared', actor: 'Admin' });
  });

  it('runs by schedule, once, and not beside an active run', async () => {
    const schedule = { enabled: true, cron: '0 2 * * *', timezone: 'Asia/Jakarta', scope: {} };
    const { body: saved } = await stack.client.send<SavedScheduleDto>('PUT', `${SYNC}/schedule`, schedule);
    expect(saved).toMatchObject(schedule);
    expect(new Date(saved.nextRunAt!).getUTCHours()).toBe(19);
    const makeDue = () => stack.query('UPDATE sync_schedule SET next_run_at = UTC_TIMESTAMP(3)');
    const runs = async () => (await stack.client.get<SyncRunPageDto>(`${SYNC}/runs`)).body.items;
    const before = (await runs()).length;
    await makeDue();
    await eventually(async () => ((await runs())[0]!.startedBy === 'Jadwal' ? true : null));
    await stack.client.progressUntil(ended);
    expect((await runs()).length).toBe(before + 1);
    const stored = async () => (await stack.client.get<SavedScheduleDto>(`${SYNC}/schedule`)).body;
    const { lastRunAt } = await stored();
    expect(lastRunAt).not.toBeNull();

    await stack.faults({ latencyMs: 1_000 });
    const { body: active } = await stack.client.start();
    await makeDue();
    await eventually(async () => (new Date((await stored()).nextRunAt!) > new Date() ? true : null));
    await stack.faults({});
    await endOf(active.runId);
    expect((await runs()).length).toBe(before + 2);
    await stack.client.send('PUT', `${SYNC}/schedule`, { ...schedule, enabled: false });
    expect(await stored()).toMatchObject({ nextRunAt: null, lastRunAt });
  });

  it.each([
    [{ cron: '61 * * * *' }, 'cron'],
    [{ cron: '* * * * * *' }, 'cron'],
    [{ cron: 'setiap malam' }, 'cron'],
    [{ timezone: 'Mars/Olympus' }, 'timezone'],
    [{ enabled: 'ya' }, 'enabled'],
  ])('refuses the schedule %j and names the field', async (wrong, field) => {
    const schedule = { enabled: true, cron: '0 2 * * *', timezone: 'Asia/Jakarta', ...wrong };
    expect(await stack.client.send('PUT', `${SYNC}/schedule`, schedule)).toMatchObject({
      status: 400,
      body: { details: { fields: { [field]: expect.any(Array) } } },
    });
  });
});
