import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FAILURE_REASON_CODES } from '@bantubayar/shared';
import { ERROR_EXAMPLES } from './error-examples';

const SOURCES = resolve(__dirname, '..');
const read = (doc: string) => readFileSync(resolve(SOURCES, '../../../docs', doc), 'utf8');

interface Thrown {
  file: string;
  code: string;
  status: number;
}

/** Every status that stands beside a code in `super(…)` and `new DomainError(…)`. */
function thrown(): Thrown[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) => {
      const text = readFileSync(resolve(SOURCES, file), 'utf8');
      const found = text.matchAll(/(?:super|new DomainError)\(\s*(\d{3}),\s*'(\w+)'/g);
      return [...found].map(([, status, code]) => ({ file, code: code!, status: Number(status) }));
    });
}

describe('the reference of errors and routes', () => {
  it('names the status under which each error class is thrown', () => {
    const known: Record<string, { statuses: number[] } | undefined> = ERROR_EXAMPLES;
    expect(thrown().length).toBeGreaterThan(20);
    expect(thrown().filter(({ code, status }) => !known[code]?.statuses.includes(status))).toEqual([]);
  });

  it('has a row with status, cause and cure for each code', () => {
    const rows = read('kode-galat.md').split('\n');
    const rowOf = (code: string) => rows.filter((row) => row.split(' | ').includes(`\`${code}\``));
    for (const code of Object.keys(ERROR_EXAMPLES))
      expect(rowOf(code).some((row) => /^\| [\d, ]+ \|.*\| \S.* \| \S.* \|$/.test(row))).toBe(true);
    for (const reason of FAILURE_REASON_CODES)
      expect(rows.filter((row) => row.startsWith(`| \`${reason}\` |`))).toHaveLength(1);
  });

  it('has a row with its right for each route', () => {
    const { paths } = JSON.parse(readFileSync(resolve(SOURCES, '../openapi.json'), 'utf8')) as {
      paths: Record<string, object>;
    };
    const text = read('rute.md');
    for (const [path, { parameters: _, ...methods }] of Object.entries<{ parameters?: unknown }>(paths))
      for (const method of Object.keys(methods))
        expect(text).toMatch(
          new RegExp(
            `\\| \`${method.toUpperCase()} ${path.replace(/[{}.]/g, '\\$&')}\` \\|.*(\`|anybody|signed in)`,
          ),
        );
  });
});
