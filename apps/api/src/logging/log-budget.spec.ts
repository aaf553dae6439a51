import { LogBudget } from './log-budget';

describe('the log budget', () => {
  const told: [number, Record<string, number>][] = [];
  let budget: LogBudget;

  beforeEach(() => {
    told.length = 0;
    budget = new LogBudget((leftOut, clients) => told.push([leftOut, clients]));
  });
  afterEach(() => budget.end());

  const granted = (client: string, times: number) =>
    Array.from({ length: times }, () => budget.mayLog(client)).filter(Boolean).length;

  it('lets each client write twenty lines a minute and tells how many were left out', () => {
    expect(granted('10.0.0.1', 5_000)).toBe(20);
    expect(granted('10.0.0.2', 3)).toBe(3);
    budget.settle();
    expect(told).toEqual([[4_980, { '10.0.0.1': 5_000, '10.0.0.2': 3 }]]);
    expect(granted('10.0.0.1', 1)).toBe(1);
  });

  it('is bounded for all clients together, and remembers a bounded number of them', () => {
    let all = 0;
    for (let n = 0; n < 20_000; n++) all += granted(`10.0.${n >> 8}.${n & 255}`, 1);
    expect(all).toBe(300);
    budget.settle();
    expect(told[0]![0]).toBe(19_700);
    expect(told[0]![1]).toMatchObject({ others: 10_000 });
  });

  it('says nothing when nothing was left out', () => {
    granted('10.0.0.1', 20);
    budget.settle();
    expect(told).toEqual([]);
  });
});
