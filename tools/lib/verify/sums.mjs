/** The sums that are kept of all students, against what each student is counted as in them. */
import { pagesOf } from './rows.mjs';

const AMOUNTS = ['tagihan', 'dibayar', 'tunggakan', 'belum_jatuh_tempo', 'lebih_bayar'];

/** @typedef {{ bills: bigint, jumlah: bigint }} Sum */

/** @param {import('./verification.mjs').Query} query @returns {Promise<import('./verification.mjs').Check>} */
export async function verifySums(query) {
  // As of one moment, since students are counted meanwhile.
  await query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  await query('START TRANSACTION WITH CONSISTENT SNAPSHOT');
  try {
    const compared = [...(await ofStudents(query)), ...(await ofBills(query))];
    const differing = compared.filter(({ is, should }) => is !== should);
    return {
      what: 'kept sums',
      compared: compared.length,
      differences: differing.map(({ name, is, should }) => `${name} is ${is}, should be ${should}`),
    };
  } finally {
    await query('COMMIT');
  }
}

/** Everybody is in one school unit, so these come to all. @param {import('./verification.mjs').Query} query */
async function ofStudents(query) {
  const sums = AMOUNTS.map((name) => `COALESCE(SUM(${name}), 0) AS ${name}`).join(', ');
  const [kept] = await query(
    `SELECT COALESCE(SUM(total), 0) AS total, ${sums} FROM hitungan_siswa WHERE jenis = 'lembaga'`,
  );
  const [counted] = await query(`SELECT COUNT(*) AS total, ${sums} FROM siswa_terhitung`);
  return Object.keys(kept).map((name) => ({ name, is: kept[name], should: counted[name] }));
}

/** By category and due day. @param {import('./verification.mjs').Query} query */
async function ofBills(query) {
  const rows = await query(
    `SELECT kunci, bills, jumlah FROM hitungan_tagihan WHERE kunci LIKE '["kategori"%' AND (bills <> 0 OR jumlah <> 0)`,
  );
  const kept = new Map(rows.map(({ kunci, bills, jumlah }) => [kunci, told({ bills, jumlah })]));
  const counted = await countedBills(query);
  const nothing = told({ bills: 0n, jumlah: 0n });
  return [...new Set([...kept.keys(), ...counted.keys()])].map((name) => {
    const sum = counted.get(name);
    return { name, is: kept.get(name) ?? nothing, should: sum ? told(sum) : nothing };
  });
}

/** @param {import('./verification.mjs').Query} query */
async function countedBills(query) {
  /** @type {Map<string, Sum>} */
  const sums = new Map();
  for await (const page of pagesOf(query, 'tagihan_terhitung', 'idperson', ['terbuka']))
    for (const [kategori, day, bills, jumlah] of page.flatMap(({ terbuka }) => JSON.parse(terbuka))) {
      const key = JSON.stringify(['kategori', kategori, day]);
      const { bills: number, jumlah: amount } = sums.get(key) ?? { bills: 0n, jumlah: 0n };
      sums.set(key, { bills: number + BigInt(bills), jumlah: amount + BigInt(jumlah) });
    }
  return sums;
}

const told = (/** @type {{ bills: bigint | string, jumlah: bigint | string }} */ { bills, jumlah }) =>
  `${jumlah} of ${bills} bills`;
