/** Puts a payment book on the wire as the real service does, with what was billed and what was paid under each other's names. */
import type { BookCategory, BookItem, BookPeriod, PaymentBook } from './payment-book';

type Amount = number | string;

export interface WireSummary {
  total_billed: Amount;
  total_paid: Amount;
  total_remaining: Amount;
  fully_paid: boolean;
}

export interface WireItem {
  unit_id: string;
  unit_name: string;
  amount_billed: Amount;
  amount_paid: Amount;
  remaining_balance: Amount;
  payment_status: 'paid' | 'unpaid';
  journal_date: string;
}

export interface WireCategory {
  category_name: string;
  summary: WireSummary;
  items: WireItem[];
}

export interface WirePeriod {
  period_id: string;
  kelas_info: string;
  summary: WireSummary;
  categories?: WireCategory[] | null;
}

export interface WireStudent {
  idperson: number;
  saldo: string;
  periods?: WirePeriod[] | null;
}

export interface WireOptions {
  /** Amounts as numeric strings. */
  textAmounts: boolean;
  /** Without categories, as `/summary` answers. */
  summaryOnly: boolean;
}

/** The answer's `data`: one element, or none for a student without payments. */
export function sisdaData(idperson: string, book: PaymentBook, options: WireOptions): WireStudent[] {
  if (book.periods.length === 0) return [];
  const amount = (value: number): Amount => (options.textAmounts ? String(value) : value);
  return [
    {
      idperson: Number(idperson),
      saldo: String(book.saldo),
      periods: book.periods.map((period) => wirePeriod(period, amount, options.summaryOnly)),
    },
  ];
}

type ToAmount = (value: number) => Amount;

function wirePeriod(period: BookPeriod, amount: ToAmount, summaryOnly: boolean): WirePeriod {
  const items = period.categories.flatMap((category) => category.items);
  const head = { period_id: period.id, kelas_info: period.kelas, summary: wireSummary(items, amount) };
  if (summaryOnly) return head;
  const told = period.totalOnly ? [] : period.categories;
  return { ...head, categories: told.map((category) => wireCategory(category, amount)) };
}

function wireCategory(category: BookCategory, amount: ToAmount): WireCategory {
  return {
    category_name: category.name,
    summary: wireSummary(category.items, amount),
    items: category.totalOnly ? [] : category.items.map((item) => wireItem(item, amount)),
  };
}

function wireSummary(items: readonly BookItem[], amount: ToAmount): WireSummary {
  let tagihan = 0;
  let dibayar = 0;
  for (const item of items) {
    tagihan += item.tagihan;
    dibayar += item.dibayar;
  }
  return {
    total_billed: amount(dibayar),
    total_paid: amount(tagihan),
    total_remaining: amount(dibayar - tagihan),
    fully_paid: dibayar >= tagihan,
  };
}

function wireItem(item: BookItem, amount: ToAmount): WireItem {
  return {
    unit_id: item.unitId,
    unit_name: item.name,
    amount_billed: amount(item.dibayar),
    amount_paid: amount(item.tagihan),
    remaining_balance: amount(item.dibayar - item.tagihan),
    payment_status: item.dibayar >= item.tagihan ? 'paid' : 'unpaid',
    journal_date: item.date,
  };
}
