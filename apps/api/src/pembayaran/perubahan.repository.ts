import type { Day } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { parseJson } from '../common/json';
import type { Transaction } from '../database/transaction';
import { AmountError } from '../sisda/amount';
import type { SisdaPayments } from '../sisda/sisda.types';
import { comparePembayaran, consequencesOf, firstOf, type Perubahan } from './compare-pembayaran';
import type { Answered, Stored } from './pembayaran.repository';
import { noteChanges } from '../umpan/note-changes';

/** What changes come to; amounts in whole rupiah, none of them negative. */
export interface Uang {
  /** Students of whom more is paid, and how much. */
  paidSiswa: number;
  paidAmount: number;
  /** Students of whom less is paid, or less billed; and how much less is paid. */
  fellSiswa: number;
  fellAmount: number;
}

/** The history of what changed, student by student, as it is written. */
@Injectable()
export class PerubahanRepository {
  /** Notes how answers that are about to be stored differ from what is `stored`, and locked; no money came with a first answer. */
  async note(tx: Transaction, answered: Answered[], stored: Stored, runId: string | null): Promise<Uang> {
    const noted = await this.compareWithStored(tx, answered, stored);
    await noteChanges(
      tx,
      noted.map(({ idperson, perubahan, awal }) =>
        perubahan
          ? { jenis: 'pembayaran', idperson, runId, detail: perubahan }
          : { jenis: 'pembayaran_awal', idperson, runId, detail: awal },
      ),
    );
    return uangOf(noted.flatMap(({ perubahan }) => perubahan ?? []));
  }

  private async compareWithStored(tx: Transaction, answered: Answered[], stored: Stored) {
    const former = await this.formerOf(
      tx,
      answered.map(({ idperson }) => idperson).filter((idperson) => stored.get(idperson)!.hash !== null),
    );
    return answered.map(({ idperson, answer }) => {
      const { today } = stored.get(idperson)!;
      const before = former.get(idperson) ?? null;
      const perubahan = before === null ? null : compared(before, answer.pembayaran, today);
      return perubahan ? { idperson, perubahan } : { idperson, awal: firstOf(answer, today) };
    });
  }

  /** What is stored of those who had an answer before. */
  private async formerOf(tx: Transaction, idpersons: string[]): Promise<Map<string, string | null>> {
    if (idpersons.length === 0) return new Map();
    const rows = await tx.query<{ idperson: string; pembayaran: string | null }[]>(
      'SELECT idperson, pembayaran FROM siswa WHERE idperson IN (?)',
      [idpersons],
    );
    return new Map(rows.map(({ idperson, pembayaran }) => [String(idperson), pembayaran]));
  }
}

const dataOf = (text: string) => parseJson(text) as SisdaPayments[];

/** null where what is stored was read less strictly, by an earlier version, and cannot be compared. */
function compared(before: string, after: string, today: Day): Perubahan | null {
  try {
    return comparePembayaran(dataOf(before), dataOf(after), today);
  } catch (error) {
    if (error instanceof AmountError) return null;
    throw error;
  }
}

function uangOf(changes: readonly Perubahan[]): Uang {
  const uang = { paidSiswa: 0, paidAmount: 0, fellSiswa: 0, fellAmount: 0 };
  for (const { dibayarSelisih, turun } of changes.map(consequencesOf)) {
    uang.paidSiswa += Number(dibayarSelisih > 0);
    uang.paidAmount += Math.max(0, dibayarSelisih);
    uang.fellSiswa += Number(turun);
    uang.fellAmount += Math.max(0, -dibayarSelisih);
  }
  return uang;
}
