import { readFileSync } from 'node:fs';
import type { RosterResultDto, SiswaPageDto } from '@bantubayar/shared';
import { Stack } from '../support/stack';

const STUDENTS = 60_000;
/** Less than their rows would take: an API that held them all would die of it. */
const HEAP_MB = 96;
/** With all that lies outside the heap. */
const MOST_MB = 300;
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describeOnLinux('a large roster', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('large_roster', {
      students: STUDENTS,
      workers: 0,
      env: { DEMO_DATA: 'false', NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` },
    });
  });
  afterAll(() => stack.stop());

  /** The most memory that the API has ever had. */
  const peakMb = () =>
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${stack.api.child.pid}/status`, 'utf8'))![1]) / 1024;

  it('is read in a small heap, applied as a whole, and found unchanged the next time', async () => {
    const sync = () => stack.client.post<RosterResultDto>('/admin/siswa/sync');
    expect((await sync()).body).toMatchObject({ inserted: STUDENTS, total: STUDENTS });
    expect((await sync()).body).toMatchObject({ inserted: 0, updated: 0, left: 0, unchanged: STUDENTS });
    expect(peakMb()).toBeLessThan(MOST_MB);
    expect(await stack.query('SELECT COUNT(*) AS n FROM siswa_baru WHERE bacaan > 0')).toEqual([{ n: 0 }]);
    expect((await stack.client.get<SiswaPageDto>('/admin/siswa?limit=1')).body.total).toBe(STUDENTS);
  });
});
