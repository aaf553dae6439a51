import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** ESLint takes longer to begin than to look: it is begun once, and asked line by line. */
const ASKED = `
  import { createInterface } from 'node:readline';
  import { ESLint } from 'eslint';
  const eslint = new ESLint();
  for await (const line of createInterface({ input: process.stdin })) {
    const { place, code } = JSON.parse(line);
    const [{ messages }] = await eslint.lintText(code, { filePath: place });
    console.log(JSON.stringify(messages.map(({ message }) => message).join('\\n')));
  }`;

describe('module boundaries', () => {
  let eslint: ChildProcess;
  let answers: AsyncIterator<string>;

  beforeAll(() => {
    eslint = spawn(process.execPath, ['--input-type=module', '--eval', ASKED], {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    answers = createInterface({ input: eslint.stdout! })[Symbol.asyncIterator]();
  });
  afterAll(() => eslint.kill());

  /** What ESLint says of a file that would import this, as the file at that place. */
  async function lint(place: string, code: string): Promise<string> {
    eslint.stdin!.write(`${JSON.stringify({ place, code: `${code}\n` })}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error('ESLint has ended');
    return JSON.parse(value) as string;
  }

  it.each([
    ['libs/shared/src/index.ts', "export { Module } from '@nestjs/common';", 'libs/shared is a leaf'],
    [
      'libs/shared/src/index.ts',
      "export { env } from '../../../apps/api/src/config/env';",
      'libs/shared is a leaf',
    ],
    ['apps/web/src/main.ts', "export { env } from '../../api/src/config/env';", 'knows the API by HTTP only'],
    [
      'apps/web/src/features/siswa/list/use-siswa-list.ts',
      "export { syncApi } from '../../sync-pembayaran/sync.api';",
      'features do not import each other',
    ],
    [
      'apps/web/src/run/use-scope-text.ts',
      "export { siswaFilters } from '../features/siswa/list/siswa-filters';",
      'shell, features stand above this room',
    ],
    [
      'apps/web/src/core/parts/list-card.vue',
      "<script>export { default } from '../../run/status-badge.vue';</script>",
      'run, roster, lembaga, tagihan, perhatian, session, shell, features stand above this room',
    ],
    [
      'apps/api/src/main.ts',
      "export { start } from '@bantubayar/simulator';",
      'apps do not import each other',
    ],
    [
      'apps/api/src/siswa/siswa.service.ts',
      "export { ReviewService } from '../sync-pembayaran/review/review.service';",
      'siswa stands below dashboard, perhatian, health, sync-pembayaran',
    ],
    [
      'apps/api/src/sisda/sisda.reader.ts',
      "export { judge } from '../pembayaran/judge';",
      'sisda stands below dashboard, ',
    ],
    [
      'apps/api/src/common/body/read-json.ts',
      "export { AuthGuard } from '../../auth/auth.guard';",
      'common stands below',
    ],
    ['apps/api/src/main.ts', 'export const port = process.env.PORT;', 'one reader of the environment'],
  ])('%s may not say %s', async (place, code, message) => {
    expect(await lint(place, code)).toContain(message);
  });

  it('let through what is allowed', async () => {
    expect(await lint('apps/web/src/main.ts', "export { RUN_STATUSES } from '@bantubayar/shared';")).toBe('');
  });
});
