/** What a student was billed and has paid, in the school's own words; the swapped names of the wire are not known here. */
import { MONTHS, UNITS } from './names';
import { chance, Dice } from './random';
import type { Student } from './roster';

export interface BookItem {
  unitId: string;
  name: string;
  tagihan: number;
  dibayar: number;
  date: string;
}

export interface BookCategory {
  name: string;
  items: BookItem[];
  /** The service tells its total and no items. */
  totalOnly: boolean;
}

export interface BookPeriod {
  id: string;
  kelas: string;
  categories: BookCategory[];
  /** The service tells its total and no categories. */
  totalOnly: boolean;
}

export interface PaymentBook {
  saldo: number;
  /** Newest school year first; empty for the few students whom the service knows without payments. */
  periods: BookPeriod[];
}

const SHARE_WITHOUT_PAYMENTS = 0.01;
const SHARE_WITH_ARREARS = 0.35;
const SHARE_OVERPAID = 0.06;
const SHARE_PAYING_AHEAD = 0.1;
const SHARE_OF_TOTALS_ONLY = 0.04;
const QUARTERS = ['Juli - September', 'Oktober - Desember', 'Januari - Maret', 'April - Juni'];

/** The book as it stands on a day: what falls due later is in it already, and most of that is not paid yet. */
export function paymentBook(seed: number, student: Student, today: string): PaymentBook {
  const dice = new Dice(seed, 'payments', student.idperson);
  const habit = dice.next();
  if (habit < SHARE_WITHOUT_PAYMENTS) return { saldo: 0, periods: [] };

  const grade = Number.parseInt(student.KelasFormal, 10);
  const years = dice.between(1, Math.min(4, grade));
  const periods = Array.from({ length: years }, (_, back) =>
    periodOf(dice, student, grade, schoolYear(today) - back, back),
  );
  const all = newestFirst(periods);
  const items = all.filter(({ date }) => date <= today);
  const later = all.filter(({ date }) => date > today).reverse();
  const ahead = dice.hits(SHARE_PAYING_AHEAD) ? dice.between(1, 3) : 0;
  for (const entry of later.slice(ahead)) entry.dibayar = 0;
  tellTotalsOnly(dice, periods);

  if (items.length === 0) return { saldo: 0, periods };
  if (habit < SHARE_WITHOUT_PAYMENTS + SHARE_WITH_ARREARS) leaveUnpaid(dice, items);
  else if (habit < SHARE_WITHOUT_PAYMENTS + SHARE_WITH_ARREARS + SHARE_OVERPAID) {
    dice.pick(items).dibayar += dice.between(1, 8) * 25_000;
  }
  return { saldo: dice.hits(0.4) ? dice.between(1, 60) * 5_000 : 0, periods };
}

/** The same book after one more payment: the oldest arrears are settled, else something is paid ahead. */
export function withNewPayment(book: PaymentBook, changeSeed: number, idperson: string): PaymentBook {
  const items = newestFirst(book.periods);
  const open = items.findLast((item) => item.dibayar < item.tagihan);
  if (open) open.dibayar = open.tagihan;
  else if (items[0])
    items[0].dibayar += (1 + Math.floor(chance(changeSeed, 'amount', idperson) * 4)) * 25_000;
  return book;
}

/** The same book after its last payment was taken back. */
export function withReversal(book: PaymentBook): PaymentBook {
  const last = newestFirst(book.periods).find((item) => item.dibayar > 0);
  if (last) last.dibayar = 0;
  return book;
}

/** It begins in July. */
function schoolYear(today: string): number {
  const [year, month] = today.split('-').map(Number);
  return month! >= 7 ? year! : year! - 1;
}

/** Of an old school year, or of a category, the service sometimes keeps no more than what they came to. */
function tellTotalsOnly(dice: Dice, periods: readonly BookPeriod[]): void {
  const oldest = periods.at(-1)!;
  if (dice.hits(SHARE_OF_TOTALS_ONLY) && periods.length > 1) oldest.totalOnly = true;
  if (dice.hits(SHARE_OF_TOTALS_ONLY)) oldest.categories.at(-1)!.totalOnly = true;
}

function periodOf(dice: Dice, student: Student, grade: number, year: number, back: number): BookPeriod {
  const tuition = UNITS.find((unit) => unit.name === student.UnitFormal)?.tuition ?? 100_000;
  const rates = yearRates(tuition, back);
  const boards = student.AsramaPondok !== null;
  const once = (name: string, tagihan: number): BookCategory => ({
    name,
    items: [item(dice, name, tagihan, year, 0)],
    totalOnly: false,
  });
  const inParts = (name: string, parts: readonly string[], month: number): BookCategory => ({
    name,
    items: parts.map((part, index) =>
      item(dice, part, (month * 12) / parts.length, year, (index * 12) / parts.length),
    ),
    totalOnly: false,
  });
  return {
    id: `${year}${year + 1}`,
    totalOnly: false,
    kelas: back === 0 ? `${student.KelasFormal} ${student.UnitFormal}` : formerClass(student, grade - back),
    categories: [
      inParts('SPP', back === 0 ? MONTHS : ['Semester Ganjil', 'Semester Genap'], rates.tuition),
      ...(boards && back === 0 ? [inParts('Uang Makan', QUARTERS, rates.meals)] : []),
      ...(boards ? [once('Asrama', rates.house)] : []),
      once('Daftar Ulang', rates.enrolment),
      ...(dice.hits(0.6) ? [once('Kegiatan', rates.activities)] : []),
    ],
  };
}

/** Everything was a little cheaper in earlier years. */
function yearRates(tuition: number, back: number) {
  const cheaper = (amount: number) => amount - back * 5_000;
  return {
    tuition: cheaper(tuition),
    meals: cheaper(350_000),
    house: cheaper(600_000),
    enrolment: cheaper(450_000),
    activities: cheaper(150_000),
  };
}

function formerClass(student: Student, grade: number): string {
  const own = UNITS.find((unit) => unit.name === student.UnitFormal);
  if (own?.grades.includes(grade)) return `${grade}A ${own.name}`;
  return `${grade}A ${grade <= 6 ? 'SD' : 'SMP'}`;
}

function item(dice: Dice, name: string, tagihan: number, year: number, monthsLater: number): BookItem {
  const date = new Date(Date.UTC(year, 6 + monthsLater, dice.between(1, 15)));
  const unitId = String(((6 + monthsLater) % 12) + 1);
  return { unitId, name, tagihan, dibayar: tagihan, date: date.toISOString().slice(0, 10) };
}

function newestFirst(periods: readonly BookPeriod[]): BookItem[] {
  const items = periods.flatMap((period) => period.categories).flatMap((category) => category.items);
  return items.sort((one, other) => (one.date < other.date ? 1 : -1));
}

/** The newest items are open, the oldest of them perhaps paid in part. */
function leaveUnpaid(dice: Dice, items: readonly BookItem[]): void {
  const open = items.slice(0, dice.between(1, Math.min(10, items.length)));
  for (const entry of open) entry.dibayar = 0;
  const oldest = open.at(-1);
  if (oldest && dice.hits(0.4)) oldest.dibayar = Math.floor(oldest.tagihan / 50_000) * 25_000;
}
