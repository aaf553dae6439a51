import { Injectable } from '@nestjs/common';
import { insertRows } from '../database/insert-rows';
import type { Transaction } from '../database/transaction';

interface Named {
  idperson: string;
  nama: string;
}

/** The words of students' names, and whose they are: what searches for part of a name begin with. */
@Injectable()
export class WordsRepository {
  /** Notes anew the words of these students' names. */
  async note(tx: Transaction, idpersons: readonly string[]): Promise<void> {
    if (idpersons.length === 0) return;
    await tx.query('DELETE FROM siswa_kata WHERE idperson IN (?)', [idpersons]);
    const present = await tx.query<Named[]>(
      'SELECT idperson, nama FROM siswa WHERE idperson IN (?) AND left_at IS NULL',
      [idpersons],
    );
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
