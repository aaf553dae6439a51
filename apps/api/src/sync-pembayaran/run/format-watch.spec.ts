import { answerOf, period } from '../../../test/answers';
import type { StoredPembayaran } from '../../pembayaran/judge';
import type { SiswaResult } from '../../pembayaran/pembayaran-writer';
import { PaymentSourceError } from '../../sisda/payment-source.errors';
import { readPayments } from '../../sisda/sisda.reader';
import { type FormatWindow, hasChanged, isSuspect, signOf, slide, watchFormat } from './format-watch';

const EMPTY: FormatWindow = { contradictions: '', flaws: '' };
const result = (answer: SiswaResult['answer']) => ({
  idperson: '1',
  attempts: 1,
  durationMs: 1,
  answer,
});
const after = (lastReason: string | null) => ({ lastReason }) as StoredPembayaran;
const same = result({ pembayaran: '[]', hash: Buffer.alloc(32), same: true });

const summary = { total_billed: 0, total_paid: 5, total_remaining: 5 };
const swapped = readPayments(
  { text: JSON.stringify({ data: [{ periods: [{ period_id: '1', summary }] }] }), isWhole: true },
  '1',
);
const malformed = new PaymentSourceError('invalid_answer', { flaw: 'amount' });

describe('what an answer says of the format', () => {
  it.each([
    ['one with arrears', result(answerOf('1', period('1', 5, 0))), null, { contradictions: '.', flaws: '.' }],
    [
      'one that is paid up',
      result(answerOf('1', period('1', 5, 5))),
      null,
      { contradictions: '', flaws: '.' },
    ],
    ['an empty one', result(answerOf('1')), null, EMPTY],
    ['a failure', result(new PaymentSourceError('not_json')), null, EMPTY],
    ['a contradictory one', result(swapped), null, { contradictions: 'c', flaws: '.' }],
    ['one as it was', result(swapped), 'contradictory_figures', { contradictions: '.', flaws: '.' }],
    ['a malformed one', result(malformed), 'contradictory_figures', { contradictions: '', flaws: 'a' }],
    ['one malformed as before', result(malformed), 'invalid_answer', { contradictions: '', flaws: '.' }],
  ])('%s', (_, answered, lastReason, sign) => {
    expect(signOf(answered, after(lastReason))).toEqual(sign);
  });
});

describe('what one that is as stored says of the format', () => {
  it.each([
    ['with arrears', true, 1, { contradictions: '.', flaws: '.' }],
    ['paid up', false, 1, { contradictions: '', flaws: '.' }],
    ['empty', false, 0, EMPTY],
  ])('%s', (_, isOff, jumlahPeriode, sign) => {
    expect(signOf(same, { ...after(null), isOff, jumlahPeriode })).toEqual(sign);
  });
});

describe('a changed format', () => {
  const window = (contradictions: string, flaws = ''): FormatWindow => ({ contradictions, flaws });

  it.each([
    [window('c'.repeat(14)), false],
    [window('c'.repeat(15)), true],
    [window(`${'.'.repeat(5)}${'c'.repeat(15)}`), true],
    [window('c.'.repeat(10)), false],
    [window('', 'a'.repeat(15)), true],
    [window('c'.repeat(10), 'a'.repeat(10)), false],
    [window('', 'amst'.repeat(5)), false],
  ])('%j: %s', (signs, changed) => {
    expect(hasChanged(signs)).toBe(changed);
  });

  it('is told by the last 20 answers that could show it', () => {
    const old = window('c'.repeat(14) + '.'.repeat(6));
    expect(hasChanged(slide(old, window('c')))).toBe(false);
    expect(slide(old, window('c')).contradictions).toHaveLength(20);
    expect(hasChanged(slide(window('.c'.repeat(4) + 'c'.repeat(12)), EMPTY))).toBe(true);
  });

  it('leaves what comes behind to be asked for again, and writes what is as before', () => {
    const results = [...'c'.repeat(20), '.', 'c'];
    const { kept, added, changed } = watchFormat(EMPTY, results, (each) => window(each));
    expect(kept.join('')).toBe(`${'c'.repeat(15)}.`);
    expect({ added: added.contradictions, changed }).toEqual({ added: kept.join(''), changed: true });
    expect(isSuspect(window('.', '.'))).toBe(false);
  });
});
