import { answerOf, period } from '../../test/answers';
import { judge } from './judge';

const one = answerOf('1', period('20252026', 100, 50));
const contradictory = { ...one, checks: { contradicts: true, tells: true } };
const stored = { nama: 'Siti', left: false, dibayar: 50, hash: one.hash, jumlahPeriode: 1 };
const nothing = { ...stored, dibayar: null, hash: null, jumlahPeriode: null };

describe('what becomes of an answer', () => {
  it.each([
    ['the first one', one, nothing, 'updated'],
    ['a first one without payments', answerOf('1'), nothing, 'updated'],
    ['the same again', one, stored, 'unchanged'],
    ['one known to be the same', { ...one, same: true } as const, stored, 'unchanged'],
    ['a changed one', answerOf('1', period('20252026', 100, 100)), stored, 'updated'],
    ['one with more periods', answerOf('1', period('1', 1, 1), period('2', 1, 1)), stored, 'updated'],
    ['an empty one over payments', answerOf('1'), stored, 'needs_review'],
    ['one that contradicts itself', contradictory, nothing, 'needs_review'],
    ['one with fewer periods', one, { ...stored, hash: Buffer.alloc(32), jumlahPeriode: 2 }, 'needs_review'],
  ])('%s is %4$s', (_, answer, before, outcome) => {
    expect(judge(answer, before).outcome).toBe(outcome);
  });
});
