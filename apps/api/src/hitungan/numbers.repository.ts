import { Injectable } from '@nestjs/common';
import { nomorIn } from '../common/search';
import { insertRows } from '../database/insert-rows';
import type { Transaction } from '../database/transaction';

/** What students' telephone numbers are found by. */
@Injectable()
export class NumbersRepository {
  /** Notes anew the telephone numbers of these students. */
  async note(tx: Transaction, idpersons: readonly string[]): Promise<void> {
    if (idpersons.length === 0) return;
    await tx.query('DELETE FROM siswa_nomor WHERE idperson IN (?)', [idpersons]);
    const present = await tx.query<{ idperson: string; phone: string | null }[]>(
      'SELECT idperson, phone FROM siswa WHERE idperson IN (?) AND left_at IS NULL',
      [idpersons],
    );
    const rows = present.flatMap(({ idperson, phone }) => nomorIn(phone).map((nomor) => [nomor, idperson]));
    await insertRows(tx, 'siswa_nomor (nomor, idperson)', rows);
  }
}
