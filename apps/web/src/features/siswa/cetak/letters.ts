import {
  PAGE_LIMIT_MAX,
  type SiswaDetailDto,
  type SiswaFilterDto,
  type SiswaListItemDto,
} from '@bantubayar/shared';
import { type OpenBill, openBill, openBillsOf } from '../../../tagihan/open-bills';
import { tunggakanApi } from '../../../tagihan/tunggakan.api';
import { siswaApi } from '../siswa.api';

/** What a student's statement tells. */
export interface Letter {
  siswa: SiswaListItemDto;
  due: OpenBill[];
  later: OpenBill[];
}

export interface Letters {
  letters: Letter[];
  /** Students whose payments were never fetched: nothing can be stated of them. */
  unfetched: number;
  /** How many students there are, where they are too many. */
  tooMany: number | null;
}

/** The most students of one print: what a browser lays out in a breath. */
export const LETTERS_MAX = PAGE_LIMIT_MAX;

export async function letterOf(idperson: string, signal: AbortSignal): Promise<Letters> {
  const siswa: SiswaDetailDto = await siswaApi.detail(idperson, signal);
  return lettersOf([siswa], () => openBillsOf(siswa.periode));
}

/** The statements of a group, by name; only of those who owe, or of all. */
export async function lettersOfGroup(
  group: SiswaFilterDto,
  everybody: boolean,
  signal: AbortSignal,
): Promise<Letters> {
  const filter: SiswaFilterDto = everybody ? group : { ...group, status: 'belum_lunas' };
  const { items, total } = await siswaApi.list({ ...filter, sort: 'nama', limit: LETTERS_MAX }, signal);
  if (total > LETTERS_MAX) return { letters: [], unfetched: 0, tooMany: total };
  const bills = await billsOfGroup(filter, signal);
  const all = lettersOf(items, ({ idperson }) => bills.get(idperson) ?? []);
  return everybody ? all : { ...all, letters: all.letters.filter(({ due }) => due.length > 0) };
}

function lettersOf<Siswa extends SiswaListItemDto>(
  all: Siswa[],
  billsOf: (siswa: Siswa) => OpenBill[],
): Letters {
  const fetched = all.filter(({ fetchedAt }) => fetchedAt !== null);
  const letters = fetched.map((siswa) => {
    const bills = billsOf(siswa);
    return { siswa, due: bills.filter(({ due }) => due), later: bills.filter(({ due }) => !due) };
  });
  return { letters, unfetched: all.length - fetched.length, tooMany: null };
}

async function billsOfGroup(filter: SiswaFilterDto, signal: AbortSignal): Promise<Map<string, OpenBill[]>> {
  const bills = new Map<string, OpenBill[]>();
  let cursor: string | undefined;
  do {
    const query = { ...filter, belumJatuhTempo: 'true', limit: PAGE_LIMIT_MAX, cursor };
    const page = await tunggakanApi.list(query, signal);
    for (const bill of page.items) {
      const known = bills.get(bill.idperson) ?? [];
      bills.set(bill.idperson, [...known, openBill(bill)]);
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return bills;
}
