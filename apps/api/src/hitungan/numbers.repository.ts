import { Injectable } from '@nestjs/common';
import { nomorIn } from '../common/search';
import { insertRows } from '../database/insert-rows';
import type { Transaction } from '../database/transaction';

/** What students' telephone numbers are found by. */
@Injectable()
export class NumbersRepository {
  /** Notes anew the numbers of those of these students whose telephone is not that which was noted. */
  async note(tx: Transaction, idpersons: readonly string[]): Promise<void> {
    const changed = await tx.query<{ idperson: string; phone: string | null }[]>(
      `SELECT siswa.idperson, IF(siswa.left_at IS NULL, siswa.phone, NULL) AS phone
       FROM siswa LEFT JOIN siswa_terhitung AS was ON was.idperson = siswa.idperson
       WHERE siswa.idperson IN (?)
         AND NOT (CAST(IF(siswa.left_at IS NULL, siswa.phone, NULL) AS BINARY) <=> CAST(was.phone AS BINARY))`,
      [idpersons],
    );
    if (changed.length === 0) return;
    await tx.query('DELETE FROM siswa_nomor WHERE idperson IN (?)', [
      changed.map(({ idperson }) => idperson),
    ]);
    const rows = changed.flatMap(({ idperson, phone }) => nomorIn(phone).map((nomor) => [nomor, idperson]));
    await insertRows(tx, 'siswa_nomor (nomor, idperson)', rows);
  }
}
