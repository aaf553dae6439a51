import type { DataSource } from 'typeorm';
import { PaymentSourceError } from '../src/sisda/payment-source.errors';
import type { SiswaResult } from '../src/pembayaran/pembayaran-writer';
import { answerOf, period } from './answers';
import { addSiswa, freshDatabase, scalar } from './database';
import { storesOn } from './stores';

describe('answers that break the format', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;

  beforeEach(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
  });
  afterEach(() => dataSource.destroy());

  const good = (idperson: string): SiswaResult => ({
    ...{ idperson, attempts: 1, durationMs: 5 },
    answer: answerOf(idperson, period('20252026', 100, 50)),
  });

  it('pause the run within 20 of a new one; none is applied, and the rest are asked for anew', async () => {
    await addSiswa(dataSource, 100);
    const swapped = (idperson: string) => ({
      ...good(idperson),
      answer: {
        ...answerOf(idperson, period('20252026', 50, 100)),
        checks: { contradicts: true, tells: true },
      },
    });
    const ids = Array.from({ length: 100 }, (_, index) => String(index + 1));
    const run = await stores.runningRun();
    await stores.writer.writeOfRun(
      run.id,
      ids.slice(0, 40).map((id) => good(id)),
    );
    await stores.writer.writeOfRun(run.id, ids.slice(40, 50).map(swapped));
    expect(await stores.runs.find(run.id)).toMatchObject({ status: 'running', updated: 40, skipped: 10 });
    await stores.writer.writeOfRun(run.id, ids.slice(50).map(swapped));
    expect(await stores.runs.find(run.id)).toMatchObject({
      status: 'paused',
      pauseCode: 'format_changed',
      updated: 40,
      skipped: 15,
    });
    await stores.writer.writeOfRun(run.id, ids.slice(90).map(swapped));
    expect(await stores.runs.find(run.id)).toMatchObject({ status: 'paused', skipped: 15, failed: 0 });
    expect(await scalar(dataSource, 'SELECT COUNT(*) FROM siswa WHERE dibayar = 50')).toBe('40');
    expect(await scalar(dataSource, 'SELECT COUNT(*) FROM siswa WHERE dibayar IS NOT NULL')).toBe('40');
    expect((await stores.events.linesOf(run.id)).at(-1)).toMatchObject({ code: 'run_paused' });
    await stores.moves.markAsResumed(run.id);
    const late = ids.slice(55).map((id) => ({ ...swapped(id), resumes: 0 }));
    await stores.writer.writeOfRun(run.id, late);
    expect(await stores.runs.find(run.id)).toMatchObject({ status: 'running', skipped: 15 });
    await stores.writer.writeOfRun(
      run.id,
      ids.slice(55).map((id) => good(id)),
    );
    expect(await stores.runs.find(run.id)).toMatchObject({ status: 'completed', updated: 85, skipped: 15 });
  });

  it('hold up no run where they were contradictory the last time too', async () => {
    await addSiswa(dataSource, 30);
    await dataSource.query(`UPDATE siswa SET last_reason = 'invalid_answer'`);
    const run = await stores.runningRun();
    const malformed = new PaymentSourceError('invalid_answer', { flaw: 'amount' });
    const ids = Array.from({ length: 30 }, (_, index) => String(index + 1));
    await stores.writer.writeOfRun(
      run.id,
      ids.map((id) => ({ ...good(id), answer: malformed })),
    );
    expect(await stores.runs.find(run.id)).toMatchObject({ status: 'partial', failed: 30 });
    await stores.writer.writeSingle(good('1'));
    expect(await scalar(dataSource, 'SELECT last_reason FROM siswa WHERE idperson = 1')).toBeNull();
  });
});
