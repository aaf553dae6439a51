import { Injectable } from '@nestjs/common';
import { insertRows } from '../database/insert-rows';
import type { Transaction } from '../database/transaction';

interface Named {
  idperson: string;
  nama: string;
  isPresent: string;
}

/** The words of students' names, and whose they are: what searches for part of a name begin with. */
@Injectable()
export class WordsRepository {
  /** Notes anew the words of those of these students whose name is not that which was noted. */
  async note(tx: Transaction, idpersons: readonly string[]): Promise<void> {
    const named = await tx.query<Named[]>(
      `SELECT siswa.idperson, siswa.nama, siswa.left_at IS NULL AS isPresent
       FROM siswa LEFT JOIN siswa_terhitung AS was ON was.idperson = siswa.idperson
       WHERE siswa.idperson IN (?)
         AND NOT (CAST(IF(siswa.left_at IS NULL, siswa.nama, NULL) AS BINARY) <=> CAST(was.nama AS BINARY))`,
      [idpersons],
    );
    if (named.length === 0) return;
    await tx.query('DELETE FROM siswa_kata WHERE idperson IN (?)', [named.map(({ idperson }) => idperson)]);
    const present = named.filter(({ isPresent }) => Number(isPresent) === 1);
    const ids = await this.idsOf(tx, new Set(present.flatMap(({ nama }) => wordsOf(nama))));
    const rows = present.flatMap(({ idperson, nama }) =>
      [...new Set(wordsOf(nama))].map((word) => [ids.get(word), nama, idperson]),
    );
    await insertRows(tx, 'siswa_kata (kata_id, nama, idperson)', rows);
  }

  private async idsOf(tx: Transaction, words: ReadonlySet<string>): Promise<Map<string, string>> {
    if (words.size === 0) return new Map();
    const find = async () => {
      const rows = await tx.query<{ id: string; persis: string }[]>(
        'SELECT id, persis FROM kata WHERE persis IN (?)',
        [[...words]],
      );
      return new Map(rows.map(({ id, persis }) => [persis, id]));
    };
    const known = await find();
    const unknown = [...words].filter((word) => !known.has(word));
    if (unknown.length === 0) return known;
    await tx.query('INSERT INTO kata (persis, kata) VALUES ?', [unknown.map((word) => [word, word])]);
    return find();
  }
}

const wordsOf = (nama: string) => nama.split(/\s+/).filter(Boolean);
