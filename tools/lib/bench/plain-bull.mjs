/** Bull as its manual shows it: a job a student, which ends with one UPDATE and one counter. A process of its own. */
import Bull from 'bull';
import { COLUMNS, rowOf } from './pembayaran-rows.mjs';
import { everybody, serve, today } from './rival-program.mjs';

const ADDED_AT_ONCE = 1_000;
const BYTES = ['content_hash', 'figures_of'];
const COUNTER = 'bench:plain-bull:processed';
const UPDATE = `UPDATE siswa SET ${COLUMNS.map((column) => `${column} = ${BYTES.includes(column) ? 'UNHEX(?)' : '?'}`).join(', ')},
  fetched_at = UTC_TIMESTAMP(3), changed_at = UTC_TIMESTAMP(3) WHERE idperson = ?`;

await serve(async ({ task, payments, pool }) => {
  const queue = new Bull('plain-bull', task.redisUrl, { prefix: 'bench' });
  await queue.isReady();
  void queue.process(task.concurrency, async ({ data: { idperson } }) => {
    const { values } = rowOf(idperson, await payments.get(`/${idperson}`), today());
    await pool.execute(UPDATE, [...values, idperson]);
    await queue.client.incr(COUNTER);
  });

  return async () => {
    const idpersons = await everybody(pool);
    await queue.client.set(COUNTER, 0);
    const allDone = new Promise((resolve, reject) => {
      let left = idpersons.length;
      queue.removeAllListeners('completed').removeAllListeners('failed');
      queue
        .on('completed', () => --left === 0 && resolve(undefined))
        .on('failed', (_job, error) => reject(error));
    });
    // Heard below, when all jobs are added.
    allDone.catch(() => undefined);
    for (let from = 0; from < idpersons.length; from += ADDED_AT_ONCE)
      await queue.addBulk(
        idpersons.slice(from, from + ADDED_AT_ONCE).map((idperson) => {
          return { data: { idperson }, opts: { removeOnComplete: true, removeOnFail: true } };
        }),
      );
    await allDone;
  };
});
