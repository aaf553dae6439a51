import { paymentBook, withNewPayment } from './payment-book';
import { indexOf, type Student, studentAt } from './roster';
import { sisdaData, type WirePeriod, type WireSummary } from './sisda-answer';

const SEED = 1;
const STUDENTS = Array.from({ length: 2000 }, (_, index) => studentAt(SEED, index));
const answer = (student: Student, textAmounts = false) =>
  sisdaData(student.idperson, paymentBook(SEED, student), { textAmounts, summaryOnly: false });
const periodsOf = (student: Student): WirePeriod[] => answer(student)[0]?.periods ?? [];
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
      expect(totalsOf(categories.map((category) => category.summary))).toEqual(totalsOf([period.summary]));
      for (const { items, summary } of categories) {
        const remaining = items.reduce((sum, item) => sum + Number(item.remaining_balance), 0);
        expect(remaining).toBe(summary.total_remaining);
        expect(Number(summary.total_billed) - Number(summary.total_paid)).toBe(remaining);
        expect(summary.fully_paid).toBe(remaining >= 0);
      }
    }
  });

  it('show arrears for about a third of the students, and nothing for about one in a hundred', () => {
    const inArrears = STUDENTS.filter((student) =>
      periodsOf(student).some(({ summary }) => !summary.fully_paid),
    );
    const without = STUDENTS.filter((student) => answer(student).length === 0);
    expect(inArrears.length / STUDENTS.length).toBeCloseTo(0.35, 1);
    expect(without.length / STUDENTS.length).toBeCloseTo(0.01, 2);
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
          categories: [
            {
              name: 'SPP',
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
      const book = withNewPayment(paymentBook(SEED, student), 7, student.idperson);
      const data = sisdaData(student.idperson, book, { textAmounts: false, summaryOnly: true });
      const after = totalsOf((data[0]?.periods ?? []).map((period) => period.summary));
      expect(after.dibayar).toBeGreaterThan(before.dibayar);
      expect(after.tagihan).toBe(before.tagihan);
    }
  });
});
