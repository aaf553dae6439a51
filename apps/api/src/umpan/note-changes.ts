import { portions } from '../database/few-sizes';
import type { Transaction } from '../database/transaction';
import { tellWebhooks } from '../webhook/outbox';

/**
 * `pembayaran`: an answer that took the place of another; `pembayaran_awal`: one that there was nothing to compare with. Only
 * the first has amounts before and after, and is part of the history that pages show.
 */
export type JenisPerubahan =
  'pembayaran' | 'pembayaran_awal' | 'siswa_masuk' | 'siswa_keluar' | 'siswa_berubah';

/** What is kept of a first answer; its bills by school year and category, each as its name, what was billed and what was paid. */
export interface PembayaranAwal {
  tagihanAfter: number;
  dibayarAfter: number;
  tunggakanAfter: number;
  periodeBaru: string[];
  bills: [
    periode: string,
    kategori: string | null,
    [nama: string | null, tagihan: number, dibayar: number][],
  ][];
}

/** What changed of a student. */
export interface Change {
  jenis: JenisPerubahan;
  idperson: string;
  /** The run that saw it. */
  runId?: string | null;
  /** Who brought it about. */
  oleh?: string | null;
  detail: object;
}

/**
 * Notes changes in the transaction that makes them, which has locked the students' rows: so of two changes to a student the
 * later one has the larger id. They are numbered once they are committed.
 */
export async function noteChanges(tx: Transaction, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  for (const portion of portions(changes)) {
    await tx.execute(
      `INSERT INTO pembayaran_change (jenis, idperson, run_id, oleh, at, detail)
       VALUES ${portion.map(() => '(?, ?, ?, ?, UTC_TIMESTAMP(3), ?)').join(', ')}`,
      portion.flatMap(({ jenis, idperson, runId = null, oleh = null, detail }) => [
        ...[jenis, idperson, runId, oleh],
        JSON.stringify(detail),
      ]),
    );
  }
  await tellWebhooks(tx.manager, [{ type: 'perubahan.available', data: {} }]);
}
