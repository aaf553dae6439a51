import { runModule } from './run-module';

const evaluate = (imports: string, expression: string) => {
  const { status, stdout, stderr } = runModule(
    `${imports} import { runScript } from './launcher-error.mjs';
     await runScript(async () => console.log(JSON.stringify(${expression})));`,
  );
  return status === 0 ? JSON.parse(stdout) : stderr.trim();
};

describe('options', () => {
  const options = (...args: string[]) =>
    evaluate(`import { readOptions } from './bench/options.mjs';`, `readOptions(${JSON.stringify(args)})`);

  it('measures two schools at three latencies, and less when it must be quick', () => {
    const usual = {
      latenciesMs: [0, 50, 200],
      students: [6102, 20_000],
      rounds: 3,
      concurrency: 50,
      json: null,
    };
    expect(options()).toMatchObject(usual);
    expect(options('--quick', '--json', 'x.json')).toMatchObject({
      latenciesMs: [0, 50],
      rounds: 3,
      json: 'x.json',
    });
  });

  it('measures one number of students where it is given, and a very large one once', () => {
    expect(options('--students', '500')).toMatchObject({ students: [500], rounds: 3 });
    expect(options('--students', '1000000')).toMatchObject({
      students: [1_000_000],
      rounds: 1,
      latenciesMs: [0],
      listRows: [1_000_000],
    });
    expect(options('--lists', '200000', '--quick')).toMatchObject({
      latenciesMs: [],
      listRows: [200_000],
      quick: true,
    });
  });

  it('says what is wrong and what is allowed', () => {
    expect(options('--students', 'many')).toBe('--students: given "many", allowed a whole number from 1');
    expect(options('--students', '10000001')).toContain('allowed a whole number from 1 to 10000000');
    expect(options('--json', '')).toContain('allowed the name of a file');
    expect(options('--json', '/no/such/folder/x.json')).toContain('there is no folder /no/such/folder');
    expect(options('--fast')).toContain('Allowed are --quick, --students N, --lists N and --json FILE.');
    expect(options('--students')).toContain('Allowed are --quick, --students N, --lists N and --json FILE.');
  });
});

describe('statistics', () => {
  const statistics = (expression: string) =>
    evaluate(`import * as of from './bench/statistics.mjs';`, `of.${expression}`);

  it('takes the middle one of odd, the mean of the two middle ones of even numbers', () => {
    expect(statistics('median([9, 1, 2])')).toBe(2);
    expect(statistics('median([1, 10, 2, 4])')).toBe(3);
    expect(statistics('median([])')).toContain('nothing was measured');
  });

  it('takes the value below which the share lies', () => {
    const hundred = 'Array.from({ length: 100 }, (_, n) => 100 - n)';
    expect(statistics(`percentile(${hundred}, 0.5)`)).toBe(50);
    expect(statistics(`percentile(${hundred}, 0.99)`)).toBe(99);
    expect(statistics('percentile([7], 0.95)')).toBe(7);
  });

  it('makes medians of runs, and keeps unknown what a system does not tell', () => {
    const run = (studentsPerSecond: number, cpuSecondsPer1000: number | null) => ({
      ...{ studentsPerSecond, cpuSecondsPer1000, peakWorkerMb: 100.4, peakApiMb: null, peakRedisMb: 1.26 },
      mostRequestsAtOnce: 50,
    });
    const medians = (...runs: object[]) => statistics(`mediansOf(${JSON.stringify(runs)})`);
    expect(medians(run(10, 0.5), run(30, 0.3), run(20, 0.4))).toEqual({
      ...{
        studentsPerSecond: 20,
        cpuSecondsPer1000: 0.4,
        peakWorkerMb: 100,
        peakApiMb: null,
        peakRedisMb: 1.3,
      },
      mostRequestsAtOnce: 50,
    });
    expect(medians(run(10, 0.5), run(30, null)).cpuSecondsPer1000).toBeNull();
  });

  it('sets the product against the others of the same latency and size', () => {
    const row = (what: string, latencyMs: number, students: number, speed: number, cpu: number | null) => {
      return { what, latencyMs, students, studentsPerSecond: speed, cpuSecondsPer1000: cpu };
    };
    const rows = [
      ...[row('product', 0, 10, 80, 0.6), row('floor', 0, 10, 100, 0.2), row('bull', 0, 10, 40, 0.9)],
      ...[row('product', 50, 10, 60, null), row('floor', 50, 10, 60, null), row('bull', 50, 10, 50, null)],
    ];
    expect(statistics(`ratiosOf(${JSON.stringify(rows)})`)).toEqual([
      { latencyMs: 0, students: 10, ofFloor: 0.8, ofBull: 2, cpuOfFloor: 3 },
      { latencyMs: 50, students: 10, ofFloor: 1, ofBull: 1.2, cpuOfFloor: null },
    ]);
  });
});

it('lets another contender begin each round', () => {
  const rounds = evaluate(
    `import { turned } from './bench/rounds.mjs';`,
    `[0, 1, 2, 3].map((round) => turned(['a', 'b', 'c'], round).join(''))`,
  );
  expect(rounds).toEqual(['abc', 'bca', 'cab', 'abc']);
});

it('prints figures to the right, words to the left and a dash for what is not known', () => {
  const lines = [
    { what: 'the product', speed: 1234.5, cpu: null },
    { what: 'the floor', speed: 9, cpu: null },
  ];
  const table = evaluate(`import { tableOf } from './bench/table.mjs';`, `tableOf(${JSON.stringify(lines)})`);
  expect(table.split('\n')).toEqual([
    '| what        |   speed | cpu |',
    '| ----------- | ------: | --: |',
    '| the product | 1,234.5 |   – |',
    '| the floor   |       9 |   – |',
  ]);
});

describe('processes', () => {
  const usage = (expression: string) =>
    evaluate(`import * as of from './bench/process-usage.mjs';`, `of.${expression}`);

  it('reads the CPU time of a process whatever its name', () => {
    const stat = '12 (a ) b) S 1 12 12 0 -1 4194304 1 0 0 0 150 50 7 7 20 0 11 0 300 1 1';
    expect(usage(`cpuTicks(${JSON.stringify(stat)})`)).toBe(200);
  });

  it('reads what Redis holds', () => {
    const info = '# Memory\r\nused_memory:3145728\r\nused_memory_peak:9999999\r\n';
    expect(usage(`redisMb(${JSON.stringify(info)})`)).toBe(3);
  });
});
