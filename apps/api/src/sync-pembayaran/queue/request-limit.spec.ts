import { RequestLimit } from './request-limit';

/** What a service makes of a request that comes to it as one of so many, so many milliseconds after the first. */
type Service = (atOnce: number, at: number) => { ms: number; bad?: boolean };

/**
 * Asks a service as often, always with as many at once as the limits of all workers allow; answers that come within `together`
 * milliseconds are looked at before the next are asked. The limits told are those of all together.
 */
function asked(service: Service, requests: number, { most = 50, together = 0, workers = 1 } = {}) {
  const team = Array.from({ length: workers }, () => ({ limit: new RequestLimit(most), underWay: 0 }));
  const current = () => team.reduce((sum, { limit }) => sum + limit.current, 0);
  const limits: number[] = [];
  const underWay: { until: number; end: () => void }[] = [];
  let [now, begun, bad, mostAtOnce] = [0, 0, 0, 0];
  const ask = (worker: (typeof team)[number]) => {
    begun++;
    worker.underWay++;
    const end = worker.limit.begin();
    const answer = service(underWay.length + 1, now);
    if (answer.bad) bad++;
    const ending = answer.bad ? 'bad' : { ms: answer.ms };
    underWay.push({
      until: now + answer.ms,
      end: () => {
        worker.underWay--;
        end(ending, begun < requests);
      },
    });
    mostAtOnce = Math.max(mostAtOnce, underWay.length);
  };
  while (begun < requests || underWay.length > 0) {
    const next = () => team.filter((worker) => worker.underWay < worker.limit.current);
    for (let free = next(); begun < requests && free.length > 0; free = next())
      free.slice(0, requests - begun).forEach(ask);
    underWay.sort((a, b) => a.until - b.until);
    now = underWay[0]!.until + together;
    while (underWay[0] && underWay[0].until <= now) {
      underWay.shift()!.end();
      limits.push(current());
    }
  }
  return { limits, last: current(), share: bad / requests, mostAtOnce, seconds: now / 1000 };
}

/** Alike at every run, and between nine tenths and thirteen tenths of `ms`. */
function around(ms: number) {
  let seed = 7;
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return ms * (0.9 + (0.4 * seed) / 2 ** 31);
  };
}

const mean = (numbers: number[]) => numbers.reduce((sum, n) => sum + n) / numbers.length;

describe('the limit of requests at once', () => {
  let usual = around(50);
  let chance = around(1);
  beforeEach(() => ([usual, chance] = [around(50), around(1)]));
  const happens = (share: number) => (chance() - 0.9) / 0.4 < share;

  it('starts with a few and comes to the most it may within a second', () => {
    const { limits, seconds } = asked(() => ({ ms: usual() }), 500);
    expect(limits[0]).toBe(4);
    expect(Math.max(...limits)).toBe(50);
    expect(limits.indexOf(50)).toBeLessThan(300);
    expect(seconds).toBeLessThan(1);
  });

  it.each([1, 3, 1000])('never passes the most it may, %d', (most) => {
    expect(asked(() => ({ ms: usual() }), 20_000, { most }).mostAtOnce).toBe(most);
  });

  it.each([
    ['refuses at once', 1],
    ['refuses as slowly as it answers', 50],
  ])('stays at 15 to 20 with a service that collapses above 20 and %s', (_, ms) => {
    const { limits, share } = asked((n) => (n > 20 ? { ms, bad: true } : { ms: usual() }), 10_000);
    const later = limits.slice(300);
    expect(share).toBeLessThan(0.01);
    expect(Math.min(...later)).toBeGreaterThanOrEqual(15);
    expect(later.filter((limit) => limit > 20).length).toBeLessThan(later.length / 50);
  });

  /** Of n that come at once to a service that bears fewer, those that are too many are refused, and not everybody. */
  it.each([3, 4, 5, 7, 10, 14, 15, 19, 20, 21, 25, 28, 40, 48])(
    'finds what a service bears that collapses above %d, whether requests come one by one or together',
    (bears) => {
      for (const together of [0, 10, 30])
        for (const slowAtFirst of [false, true]) {
          const service: Service = (n, at) => ({
            ms: usual() * (slowAtFirst && at > 150 && at < 900 ? 6 : 1),
            bad: n > bears,
          });
          const { share, limits } = asked(service, 10_000, { together });
          expect(share).toBeLessThan(bears < 6 ? 0.03 : 0.014);
          expect(mean(limits.slice(2_000))).toBeGreaterThan(bears * 0.75);
        }
    },
  );

  it.each([2, 3])('shares with the other workers, %d in all, what a service bears', (workers) => {
    for (const bears of [10, 20, 40, 60])
      for (const together of [0, 30]) {
        const service: Service = (n) => ({ ms: usual(), bad: n > bears });
        const { share, limits } = asked(service, 20_000, { together, workers });
        expect(share).toBeLessThan(0.025);
        expect(mean(limits.slice(5_000)) / bears).toBeGreaterThan(0.75);
        expect(mean(limits.slice(5_000)) / bears).toBeLessThan(1.05);
      }
  });

  it('does not forget what was too much when all answers take longer for a while', () => {
    const hiccups: Service = (n, at) => ({ ms: usual() * (at % 6_000 > 3_000 ? 6 : 1), bad: n > 20 });
    expect(asked(hiccups, 10_000).share).toBeLessThan(0.01);
  });

  it('is soon as before when answers took longer for a moment only', () => {
    const hiccup: Service = (n, at) => ({
      ms: usual() * (at > 5_000 && at < 6_500 ? 6 : 1),
      bad: n > 20,
    });
    const { limits, last } = asked(hiccup, 6_000);
    expect(Math.min(...limits.slice(300))).toBeLessThanOrEqual(16);
    expect(last).toBe(20);
  });

  it('is soon at the most again after a moment of waiting that a step back did not end', () => {
    // As the service was at night, as it is by day, and between the two a moment in which the machine had much else to do.
    const day: Service = (_, at) => ({ ms: at < 1_000 ? 10 : at < 1_150 ? 90 : 55 });
    const { limits, seconds } = asked(day, 12_000);
    const from = limits.findIndex((limit, n) => n > 1_000 && limit < 50);
    expect(from).toBeGreaterThan(0);
    expect(limits.slice(from).findIndex((limit) => limit === 50)).toBeLessThan(1_200);
    expect(seconds).toBeLessThan(10);
  });

  it('is so after each of many such moments', () => {
    for (const times of [4, 5, 6, 7, 8]) {
      const moments: Service = (_, at) => ({ ms: usual() * (at % 4_000 > 3_200 ? times : 1) });
      expect(asked(moments, 20_000).seconds).toBeLessThan(30);
    }
  });

  it.each([20, 21, 30, 40])(
    'tries ever more rarely what makes answers late, where that is above %d at once',
    (bears) => {
      const { limits } = asked((n) => ({ ms: usual() * (n > bears ? 8 : 1) }), 40_000);
      const later = limits.slice(10_000);
      expect(mean(later)).toBeGreaterThan(bears * 0.75);
      expect(later.filter((limit) => limit > bears).length).toBeLessThan(later.length / 10);
    },
  );

  it('goes back where answers take ever longer, and asks no slower for it', () => {
    const { last, seconds } = asked((n) => ({ ms: usual() * Math.max(1, n / 4) }), 4_000);
    expect(last).toBeLessThan(20);
    expect(seconds).toBeLessThan((4_000 / 4) * 0.06);
  });

  it.each([0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 0.7])(
    'goes on about as fast where %d of the answers are bad whatever it does',
    (share) => {
      const badSince = (since: number): Service => {
        return (_n, at) => ({ ms: usual(), bad: at >= since && happens(share) });
      };
      // Of few requests it is chance how soon it is known.
      const short = [0, 1_000, 0, 1_000].map((since) => asked(badSince(since), 6_000).seconds);
      expect(mean(short)).toBeLessThan(14);
      for (const since of [0, 1_000]) expect(asked(badSince(since), 20_000).seconds).toBeLessThan(22 * 1.5);
    },
  );

  it('takes longer answers for usual where fewer at once are answered no sooner', () => {
    const slower: Service = (_, at) => ({ ms: at > 2_000 ? 4 * usual() : usual() });
    expect(asked(slower, 5_000).last).toBe(50);
  });

  it('finds a service that bears less than before', () => {
    const { last, share } = asked((n, at) => ({ ms: usual(), bad: n > (at > 2_000 ? 10 : 50) }), 5_000);
    expect(last).toBeLessThanOrEqual(10);
    expect(share).toBeLessThan(0.05);
  });

  it('does not grow where no more is to be asked', () => {
    const limit = new RequestLimit(50);
    for (let n = 0; n < 100; n++) limit.begin()({ ms: 50 }, false);
    expect(limit.current).toBe(4);
    expect(limit.latencyMs).toBe(50);
  });
});
