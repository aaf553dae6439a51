import type { DataSource } from 'typeorm';
import { addSiswa, freshDatabase, scalar } from './database';

/** What cancel promises: a frozen process must not hold it up for longer. */
const CANCELLED_WITHIN_MS = 5_000;

interface Wire {
  stream: { write(bytes: Buffer): void };
}

/** Says that a statement of 1,000 bytes comes, and sends the beginning of it. */
function beginStatement({ stream }: Wire): void {
  stream.write(Buffer.concat([Buffer.from([0xe8, 0x03, 0, 0, 0x03]), Buffer.from('UPDATE siswa SET')]));
}

describe('a process that falls silent inside a transaction', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    await addSiswa(dataSource, 1);
  });
  afterAll(() => dataSource.destroy());

  it.each([
    ['between two statements', (): void => undefined],
    ['in the middle of a statement', beginStatement],
  ])(
    '%s loses its locks before somebody has waited for too long',
    async (_, silent) => {
      const version = await scalar<string>(dataSource, 'SELECT VERSION()');
      if (!version.includes('MariaDB')) return;
      const frozen = dataSource.createQueryRunner();
      await frozen.startTransaction();
      await frozen.query("UPDATE siswa SET nama = 'Beku' WHERE idperson = 1");
      silent((await frozen.connect()) as Wire);
      const begun = performance.now();
      await dataSource.query("UPDATE siswa SET nama = 'Jalan' WHERE idperson = 1");
      expect(performance.now() - begun).toBeLessThan(CANCELLED_WITHIN_MS);
      await expect(frozen.commitTransaction()).rejects.toThrow();
      await frozen.release();
    },
    60_000,
  );
});
