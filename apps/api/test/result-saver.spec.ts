import { SISWA_QUEUE } from '@bantubayar/shared';
import Bull, { type Queue } from 'bull';
import type { DataSource } from 'typeorm';
import { env } from '../src/config/env';
import type { SiswaResult } from '../src/pembayaran/pembayaran-writer';
import { DatabaseTrouble } from '../src/sync-pembayaran/queue/database-trouble';
import { Dispatcher } from '../src/sync-pembayaran/run/dispatcher';
import { RefusalNotice } from '../src/sync-pembayaran/run/refusal-notice';
import { ResultSaver } from '../src/sync-pembayaran/queue/result-saver';
import { answerOf, period, textOf } from './answers';
import { addSiswa, freshDatabase, scalar } from './database';
import { storesOn } from './stores';

const SISWA = 40;
const KB = 1024;

describe('saving results, whatever the database says', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;
  let queue: Queue;
  let notice: RefusalNotice;
  let trouble: DatabaseTrouble;
  let saver: ResultSaver;
  let runId: string;

  beforeAll(async () => {
    queue = new Bull(SISWA_QUEUE, env.REDIS_URL, { prefix: `test-saver-${process.pid}` });
    await queue.isReady();
  });
  afterAll(async () => {
    await queue.obliterate({ force: true });
    await queue.close();
  });
  beforeEach(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
    await addSiswa(dataSource, SISWA);
    notice = new RefusalNotice(queue);
    trouble = new DatabaseTrouble(stores.moves, stores.events, new Dispatcher(queue), notice);
    saver = new ResultSaver(stores.writer, trouble);
    runId = (await stores.runningRun()).id;
  });
  afterEach(() => dataSource.destroy());

  const result = (idperson: string, answer = answerOf(idperson, period('1', 100, 50))): SiswaResult => ({
    idperson,
    attempts: 1,
    durationMs: 5,
    answer,
  });
  /** An answer that passed the reader and that MariaDB's check of JSON does not let pass. */
  const unstorable = (idperson: string) =>
    result(idperson, {
      ...answerOf(idperson, period('1', 100, 60)),
      hash: Buffer.alloc(32),
      pembayaran: `[{"periods":[],"extra":${'['.repeat(40) + ']'.repeat(40)}}]`,
    });
  const everybody = (make: (idperson: string) => SiswaResult) =>
    Array.from({ length: SISWA }, (_, n) => make(String(n + 1)));
  const stored = (idperson: string) =>
    scalar<string | null>(dataSource, 'SELECT pembayaran FROM siswa WHERE idperson = ?', [idperson]);
  const run = async () => (await stores.runs.find(runId))!;
  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('stores answers of every length to the letter, together with short ones', async () => {
    const lengths = [4, 63, 66, 70, KB, 5 * KB - 1];
    const texts = lengths.map((kilobytes, n) => textOf(String(n + 1), kilobytes * KB));
    const results = texts.map((text, n) => result(String(n + 1), text));
    await saver.save(runId, [...results, ...everybody(result).slice(results.length)]);
    for (const [n, { pembayaran }] of texts.entries()) expect(await stored(String(n + 1))).toBe(pembayaran);
    expect(await run()).toMatchObject({ status: 'completed', updated: SISWA });
  });

  it('ends only the students whose answers are refused, with the reason, and leaves what was stored', async () => {
    await stores.writer.writeSingle(result('7'));
    const before = await stored('7');
    await saver.save(
      runId,
      everybody((idperson) =>
        ['7', '8', '40'].includes(idperson) ? unstorable(idperson) : result(idperson),
      ),
    );
    expect(await run()).toMatchObject({ status: 'partial', updated: SISWA - 3, failed: 3 });
    const failed = await stores.ledgerList.page(
      (await stores.runs.find(runId))!,
      { outcome: 'failed' },
      10,
      '0',
    );
    expect(failed.map(({ idperson }) => idperson)).toEqual(['7', '8', '40']);
    expect(failed[0]).toMatchObject({
      reason: 'not_storable',
      httpStatus: 200,
      message: 'Jawaban server pembayaran tidak dapat disimpan: ditolak database (kode 4025)',
      dibayarAfter: 50,
    });
    expect(await stored('7')).toBe(before);
  });

  it('takes a row that breaks the connection twice for what breaks it', async () => {
    await dataSource.query(
      `CREATE TRIGGER breaks BEFORE UPDATE ON siswa FOR EACH ROW
       BEGIN IF NEW.idperson = 3 AND NEW.pembayaran IS NOT NULL THEN KILL CONNECTION_ID(); END IF; END`,
    );
    await saver.save(runId, everybody(result));
    expect(await run()).toMatchObject({ status: 'partial', updated: SISWA - 1, failed: 1 });
    expect(
      await stores.ledgerList.page((await stores.runs.find(runId))!, { outcome: 'failed' }, 10, '0'),
    ).toMatchObject([{ idperson: '3', reason: 'not_storable' }]);
  });

  it.each([
    [1114, 'Database kehabisan ruang disk'],
    [1290, 'Database hanya boleh dibaca'],
  ])('waits for a database that takes no writes (%i), paused and saying so', async (errno, reason) => {
    await dataSource.query(
      `CREATE TRIGGER full BEFORE UPDATE ON siswa FOR EACH ROW
       SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = ${errno}, MESSAGE_TEXT = 'no'`,
    );
    const saved = saver.save(runId, everybody(result));
    await until(async () => (await run()).status === 'paused');
    expect(await run()).toMatchObject({ pauseCode: 'database_refuses', processed: 0 });
    expect(trouble.isHere).toBe(true);
    expect(await notice.read()).toBe(reason);
    await dataSource.query('DROP TRIGGER full');
    await saved;
    expect(trouble.isHere).toBe(false);
    expect(await notice.read()).toBeNull();
    expect(await run()).toMatchObject({ status: 'completed', updated: SISWA, failed: 0 });
  });

  it('blames nobody when nearly everybody is refused, and pauses until that is over', async () => {
    await dataSource.query('ALTER TABLE siswa ADD CONSTRAINT odd CHECK (tagihan IS NULL OR tagihan < 0)');
    const saved = saver.save(runId, everybody(result));
    await until(async () => (await run()).status === 'paused');
    expect(await run()).toMatchObject({ pauseCode: 'database_refuses', processed: 0 });
    await dataSource.query('ALTER TABLE siswa DROP CONSTRAINT odd');
    await saved;
    expect(await run()).toMatchObject({ status: 'completed', updated: SISWA, failed: 0 });
  });

  it('gives up a database that takes no writes when the process stops', async () => {
    await dataSource.query(
      `CREATE TRIGGER full BEFORE UPDATE ON siswa FOR EACH ROW
       SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1114, MESSAGE_TEXT = 'no'`,
    );
    const saved = saver.save(runId, everybody(result));
    await until(async () => trouble.isHere);
    saver.close();
    await expect(saved).rejects.toMatchObject({ errno: 1114 });
    expect(await run()).toMatchObject({ processed: 0 });
  });
});
