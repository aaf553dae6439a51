import { paymentBook, withNewPayment, withReversal } from './payment-book';
import { indexOf, type Student, studentAt } from './roster';
import { sisdaData, type WirePeriod, type WireSummary } from './sisda-answer';

const SEED = 1;
const TODAY = '2026-11-25';
const STUDENTS = Array.from({ length: 2000 }, (_, index) => studentAt(SEED, index));
const answer = (student: Student, textAmounts = false) =>
  sisdaData(student.idperson, paymentBook(SEED, student, TODAY), { textAmounts, summaryOnly: false });
const WHOLE = { textAmounts: false, summaryOnly: false };
const periodsOf = (student: Student): WirePeriod[] => answer(student)[0]?.periods ?? [];
const itemsOf = (student: Student) =>
  periodsOf(student)
    .flatMap(({ categories }) => categories ?? [])
    .flatMap(({ items }) => items);
const totalsOf = (summaries: WireSummary[]) => ({
  dibayar: summaries.reduce((sum, summary) => sum + Number(summary.total_billed), 0),
  tagihan: summaries.reduce((sum, summary) => sum + Number(summary.total_paid), 0),
});

describe('the students', () => {
  it('follow from seed and place alone', () => {
    expect(studentAt(SEED, 42)).toEqual(studentAt(SEED, 42));
    expect(studentAt(2, 42)).not.toEqual(studentAt(SEED, 42));
    expect(answer(studentAt(SEED, 42))).toEqual(answer(studentAt(SEED, 42)));
  });

  it('have ids of their own that lead back to them, with gaps', () => {
    expect(new Set(STUDENTS.map((student) => student.idperson)).size).toBe(STUDENTS.length);
    STUDENTS.forEach((student, index) => expect(indexOf(SEED, 2000, student.idperson)).toBe(index));
    expect(indexOf(SEED, 10, studentAt(SEED, 10).idperson)).toBe(-1);
    expect(indexOf(SEED, 2000, '249999')).toBe(-1);
  });
});

describe('the payments', () => {
  it('add up from items to categories to periods', () => {
    for (const period of STUDENTS.flatMap(periodsOf)) {
      const categories = period.categories ?? [];
      if (categories.length === 0) continue;
      expect(totalsOf(categories.map((category) => category.summary))).toEqual(totalsOf([period.summary]));
      for (const { items, summary } of categories.filter(({ items }) => items.length > 0)) {
        const remaining = items.reduce((sum, item) => sum + Number(item.remaining_balance), 0);
        expect(remaining).toBe(summary.total_remaining);
        expect(Number(summary.total_billed) - Number(summary.total_paid)).toBe(remaining);
        expect(summary.fully_paid).toBe(remaining >= 0);
      }
    }
  });

  it('show arrears for about a third of the students, and nothing for about one in a hundred', () => {
    const inArrears = STUDENTS.filter((student) =>
      itemsOf(student).some(({ journal_date, payment_status }) => {
        return journal_date <= TODAY && payment_status === 'unpaid';
      }),
    );
    const without = STUDENTS.filter((student) => answer(student).length === 0);
    expect(inArrears.length / STUDENTS.length).toBeCloseTo(0.35, 1);
    expect(without.length / STUDENTS.length).toBeCloseTo(0.01, 2);
  });

  it('hold bills of coming months, most of them unpaid, and totals without items', () => {
    const later = STUDENTS.flatMap(itemsOf).filter(({ journal_date }) => journal_date > TODAY);
    const unpaid = later.filter(({ payment_status }) => payment_status === 'unpaid');
    expect(later.length).toBeGreaterThan(STUDENTS.length * 5);
    expect(unpaid.length / later.length).toBeGreaterThan(0.9);
    const periods = STUDENTS.flatMap(periodsOf);
    expect(periods.some(({ categories }) => categories!.length === 0)).toBe(true);
    expect(periods.some(({ categories }) => categories!.some(({ items }) => items.length === 0))).toBe(true);
  });

  it('fall due with the day, and are otherwise the same', () => {
    const student = STUDENTS.find((each) => itemsOf(each).some(({ journal_date }) => journal_date > TODAY))!;
    const at = (today: string) =>
      sisdaData(student.idperson, paymentBook(SEED, student, today), WHOLE)[0]!.periods!.flatMap(
        ({ categories }) => categories!.flatMap(({ items }) => items.map((item) => item.journal_date)),
      );
    expect(at('2027-06-30')).toEqual(at(TODAY));
  });

  it('are 2 to 9 kB long', () => {
    const sizes = STUDENTS.map((student) => JSON.stringify({ data: answer(student) }).length).filter(
      (size) => size > 20,
    );
    expect(Math.min(...sizes)).toBeGreaterThan(2000);
    expect(Math.max(...sizes)).toBeLessThan(9000);
  });

  it('put what was paid under "billed", what was billed under "paid"', () => {
    const book = {
      saldo: 0,
      periods: [
        {
          id: '20252026',
          kelas: '8A SMP',
          totalOnly: false,
          categories: [
            {
              name: 'SPP',
              totalOnly: false,
              items: [{ unitId: '7', name: 'Juli', tagihan: 125_000, dibayar: 100_000, date: '2025-07-10' }],
            },
          ],
        },
      ],
    };
    const [student] = sisdaData('255046', book, { textAmounts: true, summaryOnly: false });
    expect(student?.periods?.[0]?.categories?.[0]?.items[0]).toEqual({
      unit_id: '7',
      unit_name: 'Juli',
      amount_billed: '100000',
      amount_paid: '125000',
      remaining_balance: '-25000',
      payment_status: 'unpaid',
      journal_date: '2025-07-10',
    });
  });

  it('only grow by a new payment', () => {
    for (const student of STUDENTS.slice(0, 200).filter((one) => periodsOf(one).length > 0)) {
      const before = totalsOf(periodsOf(student).map((period) => period.summary));
      const book = withNewPayment(paymentBook(SEED, student, TODAY), 7, student.idperson);
      const data = sisdaData(student.idperson, book, { textAmounts: false, summaryOnly: true });
      const after = totalsOf((data[0]?.periods ?? []).map((period) => period.summary));
      expect(after.dibayar).toBeGreaterThan(before.dibayar);
      expect(after.tagihan).toBe(before.tagihan);
    }
  });

  it('only fall when one is taken back', () => {
    for (const student of STUDENTS.slice(0, 200).filter((one) => periodsOf(one).length > 0)) {
      const before = totalsOf(periodsOf(student).map((period) => period.summary));
      const book = withReversal(paymentBook(SEED, student, TODAY));
      const data = sisdaData(student.idperson, book, { textAmounts: false, summaryOnly: true });
      const after = totalsOf((data[0]?.periods ?? []).map((period) => period.summary));
      if (before.dibayar > 0) expect(after.dibayar).toBeLessThan(before.dibayar);
      expect(after.tagihan).toBe(before.tagihan);
    }
  });
});
