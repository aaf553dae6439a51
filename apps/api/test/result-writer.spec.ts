import type { DataSource } from 'typeorm';
import { PaymentSourceError } from '../src/sisda/payment-source.errors';
import { PerubahanListRepository } from '../src/pembayaran/perubahan-list.repository';
import type { SiswaResult } from '../src/pembayaran/pembayaran-writer';
import { answerOf, period } from './answers';
import { addSiswa, freshDatabase, scalar } from './database';
import { storesOn } from './stores';

const SISWA = 10;

describe('writing results of a run', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;

  beforeEach(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
    await addSiswa(dataSource, SISWA);
  });
  afterEach(() => dataSource.destroy());

  const good = (idperson: string, dibayar = 50): SiswaResult => ({
    idperson,
    attempts: 1,
    durationMs: 5,
    answer: answerOf(idperson, period('20252026', 100, dibayar)),
  });
  const everybody = (make: (idperson: string) => SiswaResult) =>
    Array.from({ length: SISWA }, (_, index) => make(String(index + 1)));
  const stored = (idperson: string) =>
    scalar<string | null>(dataSource, 'SELECT pembayaran FROM siswa WHERE idperson = ?', [idperson]);

  it('stores payments, ledger and figures together and ends the run with the last student', async () => {
    const run = await stores.runningRun();
    await stores.writer.writeOfRun(run.id, everybody(good).slice(0, 9));
    expect(await stores.runs.find(run.id)).toMatchObject({ status: 'running', updated: 9 });
    await stores.writer.writeOfRun(run.id, [good('10')]);
    expect(await stores.runs.find(run.id)).toMatchObject({
      status: 'completed',
      updated: 10,
      processed: 10,
      total: 10,
    });
    expect(JSON.parse((await stored('10'))!)).toMatchObject([{ idperson: '10' }]);
    expect(await scalar(dataSource, 'SELECT tunggakan FROM siswa WHERE idperson = 10')).toBe('50');
    const codes = (await stores.events.linesOf(run.id)).map(({ code }) => code);
    expect(codes).toEqual(['run_prepared', 'milestone', 'run_completed']);
  });

  it('takes what is known to be stored as unchanged, and reads it where another answer came between', async () => {
    const first = await stores.runningRun();
    await stores.writer.writeOfRun(first.id, everybody(good));
    const second = await stores.runningRun();
    const known = (idperson: string): SiswaResult => {
      const { pembayaran, hash } = answerOf(idperson, period('20252026', 100, 50));
      return { ...good(idperson), answer: { pembayaran, hash, same: true } };
    };
    await stores.writer.writeSingle(good('2', 70));
    await stores.writer.writeOfRun(second.id, everybody(known));
    expect(await stores.runs.find(second.id)).toMatchObject({
      ...{ status: 'completed', updated: 1, unchanged: 9 },
    });
    const ledger = await dataSource.query(
      'SELECT outcome, dibayar_before, dibayar_after FROM sync_run_siswa WHERE run_id = ? AND idperson IN (1, 2)',
      [second.id],
    );
    expect(ledger).toEqual([
      { outcome: 'unchanged', dibayar_before: '50', dibayar_after: '50' },
      { outcome: 'updated', dibayar_before: '70', dibayar_after: '50' },
    ]);
    expect(await scalar(dataSource, 'SELECT tunggakan FROM siswa WHERE idperson = 2')).toBe('50');
  });

  it('counts a student once, however often and however concurrently the result comes', async () => {
    const run = await stores.runningRun();
    const twice = [good('1'), good('1', 70)];
    await Promise.all([
      stores.writer.writeOfRun(run.id, twice),
      stores.writer.writeOfRun(run.id, [good('2'), good('1')]),
      stores.writer.writeOfRun(run.id, [good('1'), good('2')]),
    ]);
    expect(await stores.runs.find(run.id)).toMatchObject({ updated: 2, processed: 2 });
  });

  it('counts exactly when many writers finish everybody in random order at once', async () => {
    const run = await stores.runningRun();
    const shuffled = () => everybody(good).sort(() => Math.random() - 0.5);
    await Promise.all(Array.from({ length: 6 }, () => stores.writer.writeOfRun(run.id, shuffled())));
    expect(await stores.runs.find(run.id)).toMatchObject({ status: 'completed', processed: SISWA });
  });

  it('writes nothing once the run is being cancelled', async () => {
    const run = await stores.runningRun();
    await stores.writer.writeOfRun(run.id, [good('1')]);
    await stores.moves.markAsCancelling(run.id, 'Uji');
    await stores.writer.writeOfRun(run.id, [good('2')]);
    await stores.canceller.finish(run.id);
    await stores.writer.writeOfRun(run.id, [good('3')]);
    expect(await stores.runs.find(run.id)).toMatchObject({ status: 'cancelled', processed: 1 });
    expect([await stored('2'), await stored('3')]).toEqual([null, null]);
    const outcomes = await dataSource.query(
      'SELECT outcome, COUNT(*) AS n FROM sync_run_siswa WHERE run_id = ? GROUP BY outcome ORDER BY outcome',
      [run.id],
    );
    expect(outcomes).toEqual([
      { outcome: 'not_run', n: '9' },
      { outcome: 'updated', n: '1' },
    ]);
  });

  it('lets a late result of an ended run change nothing', async () => {
    const first = await stores.runningRun();
    await stores.writer.writeOfRun(first.id, everybody(good));
    const second = await stores.runningRun();
    await stores.writer.writeOfRun(second.id, [good('1', 100)]);
    const before = await stored('1');
    await stores.writer.writeOfRun(first.id, [good('1', 0)]);
    expect(await stored('1')).toBe(before);
    expect(await stores.runs.find(first.id)).toMatchObject({ processed: SISWA });
  });

  it('writes no payments for an unchanged answer', async () => {
    await stores.writer.writeOfRun((await stores.runningRun()).id, everybody(good));
    const changedAt = await scalar<Date>(dataSource, 'SELECT MAX(changed_at) FROM siswa');
    const run = await stores.runningRun();
    await stores.writer.writeOfRun(run.id, everybody(good));
    expect(await stores.runs.find(run.id)).toMatchObject({
      status: 'completed',
      unchanged: SISWA,
      updated: 0,
    });
    expect(await scalar(dataSource, 'SELECT MAX(changed_at) FROM siswa')).toEqual(changedAt);
  });

  it('keeps an answer with less than stored for review and leaves what is stored', async () => {
    const twoPeriods = answerOf('1', period('20242025', 10, 10), period('20252026', 10, 0));
    await stores.writer.writeSingle({ ...good('1'), answer: twoPeriods });
    await stores.writer.writeSingle(good('2'));
    const before = [await stored('1'), await stored('2')];
    const run = await stores.runningRun();
    const empty = { ...good('2'), answer: answerOf('2') };
    await stores.writer.writeOfRun(run.id, [good('1'), empty]);
    expect([await stored('1'), await stored('2')]).toEqual(before);
    expect(await stores.runs.find(run.id)).toMatchObject({ skipped: 2, updated: 0 });
    const reasons = await dataSource.query<{ reason: string }[]>(
      'SELECT reason FROM pembayaran_review ORDER BY idperson',
    );
    expect(reasons.map(({ reason }) => reason)).toEqual(['fewer_periods', 'empty_payments']);
    await stores.writer.writeSingle({ ...good('1'), answer: twoPeriods });
    expect(await scalar(dataSource, 'SELECT COUNT(*) FROM pembayaran_review')).toBe('1');
  });

  it.each([
    ['the whole run', (runId: string) => ({ runId })],
    ['one student', () => ({ idperson: '1' })],
  ])('counts what a review of %s applies as paid in the run that brought it', async (_, filterOf) => {
    const twoPeriods = answerOf('1', period('20242025', 10, 10), period('20252026', 10, 0));
    await stores.writer.writeSingle({ ...good('1'), answer: twoPeriods });
    const run = await stores.runningRun();
    await stores.writer.writeOfRun(run.id, [good('1')]);
    expect(await stores.runs.find(run.id)).toMatchObject({ paidSiswa: 0 });
    const changes = new PerubahanListRepository(dataSource);
    expect(await stores.reviews.decide(filterOf(run.id), true)).toEqual({ applied: 1, dropped: 0 });
    expect(await stores.runs.find(run.id)).toMatchObject({ paidSiswa: 1, paidAmount: '40' });
    expect(await changes.page({ runId: run.id }, 10)).toMatchObject([
      { idperson: '1', dibayarBefore: 10, dibayarAfter: 50, periodeHilang: ['20242025'] },
    ]);
  });

  it('notes a failure with its reason and leaves what is stored', async () => {
    await stores.writer.writeSingle(good('1'));
    const before = await stored('1');
    const run = await stores.runningRun();
    await stores.writer.writeOfRun(run.id, [{ ...good('1'), answer: new PaymentSourceError('no_periods') }]);
    expect(await stored('1')).toBe(before);
    const [row] = await stores.ledgerList.page(run, { outcome: 'failed' }, 10, '0');
    expect(row).toMatchObject({
      idperson: '1',
      reason: 'no_periods',
      message: 'Jawaban server pembayaran tanpa daftar periode',
      dibayarBefore: 50,
      dibayarAfter: 50,
    });
  });

  it('counts a student who left or was deleted meanwhile as left, and does not bring them back', async () => {
    const run = await stores.runningRun();
    await dataSource.query('UPDATE siswa SET left_at = UTC_TIMESTAMP(3) WHERE idperson = 1');
    await dataSource.query('DELETE FROM siswa WHERE idperson = 2');
    await stores.writer.writeOfRun(run.id, [good('1'), good('2')]);
    expect(await stores.runs.find(run.id)).toMatchObject({ skipped: 2, updated: 0 });
    expect(await scalar(dataSource, 'SELECT COUNT(*) FROM siswa')).toBe('9');
    expect(await stored('1')).toBeNull();
  });

  it('ends a run with failures as partial and names at most 100 of them in the log', async () => {
    await dataSource.query('DELETE FROM siswa');
    await addSiswa(dataSource, 150);
    const run = await stores.runningRun();
    const failures = Array.from({ length: 150 }, (_, index) => ({
      ...good(String(index + 1)),
      answer: new PaymentSourceError('server_error', { figure: 500, httpStatus: 500 }),
    }));
    await stores.writer.writeOfRun(run.id, failures.slice(0, 90));
    await stores.writer.writeOfRun(run.id, failures.slice(90));
    expect(await stores.runs.find(run.id)).toMatchObject({ status: 'partial', failed: 150 });
    const lines = await stores.events.linesOf(run.id);
    expect(lines.filter(({ code }) => code === 'siswa_failed')).toHaveLength(100);
    expect(lines.filter(({ code }) => code === 'failures_capped')).toHaveLength(1);
    expect(lines.at(-1)).toMatchObject({ code: 'run_partial', level: 'warning' });
  });
});
