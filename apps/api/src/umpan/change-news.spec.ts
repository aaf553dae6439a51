import { ChangeNews } from './change-news';
import type { ChangeNumbers } from './change-numbers';

describe('waiting for changes', () => {
  let looks: number;
  let nomor: string;
  let news: ChangeNews;
  const never = new Promise<void>(() => undefined);

  beforeEach(() => {
    [looks, nomor] = [0, '5'];
    const numbers = {
      handOutSome: async () => (looks += 1) < 0,
      ends: async () => ({ nomor, dibuang: '0' }),
    };
    news = new ChangeNews(numbers as unknown as ChangeNumbers);
    news.onApplicationBootstrap();
  });
  afterEach(() => news.beforeApplicationShutdown());

  it('looks once in a while, however many wait, and not at all where nobody does', async () => {
    await Promise.all(Array.from({ length: 200 }, () => news.wait('5', 900, never)));
    expect(looks).toBeGreaterThan(0);
    expect(looks).toBeLessThan(5);
    const before = looks;
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(looks).toBe(before);
  });

  it('wakes those who are behind, and only them', async () => {
    const woken: string[] = [];
    void news.wait('7', 60_000, Promise.resolve(never)).then(() => woken.push('7'));
    const behind = news.wait('5', 60_000, never).then(() => woken.push('5'));
    nomor = '6';
    await behind;
    expect(woken).toEqual(['5']);
  });

  it('ends with the reader', async () => {
    await news.wait('5', 60_000, Promise.resolve());
  });

  it('ends with the process, which waits for the answers, and nobody waits after that', async () => {
    let close = () => {};
    const closed = new Promise<void>((resolve) => (close = resolve));
    const waiting = news.wait('5', 60_000, closed).then(() => close());
    await news.beforeApplicationShutdown();
    await Promise.all([waiting, closed]);
    await news.wait('5', 60_000, never);
  });
});
