import { Injectable } from '@nestjs/common';
import { insertRows } from '../database/insert-rows';
import { JSON_UNTOUCHED } from '../database/json-untouched';
import type { Transaction } from '../database/transaction';
import type { Bill } from '../sisda/bills';
import { isDue } from './tagihan-terbuka.sql';

/** The unpaid bills of a student, as they are derived from the stored answer. */
export interface SiswaBills {
  idperson: string;
  terbuka: readonly Bill[];
}

const COLUMNS = ['periode', 'kategori', 'item', 'jatuh_tempo', 'tagihan', 'dibayar'];
/** Names are for people to read; the answer itself keeps them whole. */
const LONGEST_NAME = 191;

/** The unpaid bills, and what they make of their students on the school's day. */
@Injectable()
export class TagihanTerbukaRepository {
  /** Puts these bills in the place of those students' former ones, and the students' figures with them. */
  async replace(tx: Transaction, siswa: readonly SiswaBills[]): Promise<void> {
    const idpersons = siswa.map(({ idperson }) => idperson);
    await this.put(tx, siswa, idpersons);
    if (siswa.length > 0) await this.settle(tx, idpersons);
  }

  /** Puts these bills in the place of former ones, which only some may have; their figures are left to whoever knows them. */
  async put(tx: Transaction, siswa: readonly SiswaBills[], withFormer: readonly string[]): Promise<void> {
    if (withFormer.length > 0)
      await tx.query('DELETE FROM tagihan_terbuka WHERE idperson IN (?)', [withFormer]);
    const rows = siswa.flatMap(({ idperson, terbuka }) =>
      terbuka.map((bill, nomor) => [idperson, nomor, ...valuesOf(bill)]),
    );
    await insertRows(tx, `tagihan_terbuka (idperson, nomor, ${COLUMNS.join(', ')})`, rows);
  }

  /** Derives the figures that depend on the day; the next and the last due date tell when they do not hold any more. */
  async settle(tx: Transaction, idpersons: readonly string[]): Promise<void> {
    await tx.query(
      `${JSON_UNTOUCHED} UPDATE siswa LEFT JOIN (
         SELECT idperson,
           SUM(IF(is_due, tagihan - dibayar, 0)) AS tunggakan,
           SUM(IF(is_due, 0, tagihan - dibayar)) AS belum_jatuh_tempo,
           MIN(jatuh_tempo) AS tertua,
           MIN(IF(is_due, NULL, jatuh_tempo)) AS berikut,
           MAX(IF(is_due, jatuh_tempo, NULL)) AS terakhir
         FROM (
           SELECT *, ${isDue()} AS is_due FROM tagihan_terbuka WHERE idperson IN (?)
         ) AS bill GROUP BY idperson
       ) AS owed USING (idperson)
       SET siswa.tunggakan = COALESCE(owed.tunggakan, 0),
         siswa.belum_jatuh_tempo = COALESCE(owed.belum_jatuh_tempo, 0),
         siswa.status_pembayaran = IF(COALESCE(owed.tunggakan, 0) > 0, 'belum_lunas', 'lunas'),
         siswa.jatuh_tempo_tertua = owed.tertua,
         siswa.jatuh_tempo_berikut = owed.berikut,
         siswa.jatuh_tempo_terakhir = owed.terakhir
       WHERE siswa.idperson IN (?)`,
      [idpersons, idpersons],
    );
  }
}

/** The values of COLUMNS. */
function valuesOf({ periode, kategori, item, jatuhTempo, tagihan, dibayar }: Bill): unknown[] {
  return [nameOf(periode), kategori && nameOf(kategori), item && nameOf(item), jatuhTempo, tagihan, dibayar];
}

/** By characters, not by halves of them. */
function nameOf(text: string): string {
  return text.length <= LONGEST_NAME ? text : [...text].slice(0, LONGEST_NAME).join('');
}
