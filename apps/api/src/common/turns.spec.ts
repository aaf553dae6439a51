import { setImmediate as nextTurn } from 'node:timers/promises';
import { Turns } from './turns';

it('gives each a turn of its own, in the order in which they came, and others come in between', async () => {
  const turns = new Turns();
  const seen: string[] = [];
  const take = (what: string) => turns.next().then(() => seen.push(what));
  const taken = [take('first'), take('second'), take('third')];
  await Promise.resolve();
  expect(seen).toEqual([]);
  await nextTurn();
  seen.push('another');
  await Promise.all(taken);
  expect(seen).toEqual(['first', 'another', 'second', 'third']);
  await take('later');
  expect(seen.at(-1)).toBe('later');
});
