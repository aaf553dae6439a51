import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** What ESLint says of a file that would import this, as the file at that place. */
function lint(place: string, code: string): Promise<string> {
  return new Promise((done) => {
    const args = ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', place];
    const eslint = execFile(process.execPath, args, { cwd: ROOT }, (_error, stdout) => done(stdout));
    eslint.stdin!.end(`${code}\n`);
  });
}

describe('module boundaries', () => {
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
      'run, lembaga, tagihan, perhatian, session, shell, features stand above this room',
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
      'sisda stands below dashboard, perhatian, health, sync-pembayaran, siswa, pembayaran',
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
