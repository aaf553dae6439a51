import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { CreatedTokenDto, SiswaPageDto } from '@bantubayar/shared';
import { Stack } from '../support/stack';

const ROOT = resolve(__dirname, '../..');
const run = (command: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [resolve(ROOT, command), ...args], { cwd: ROOT });

describe('the client that is made from the OpenAPI document', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('typed', { students: 20 });
  });
  afterAll(() => stack.stop());

  it('starts a run, follows it and tells who failed, without a cast', async () => {
    await run('node_modules/typescript/bin/tsc', '-p', 'e2e/typed-client');

    const wanted = { name: 'klien', scopes: ['sync:read', 'sync:write'] };
    const { token } = (await stack.client.post<CreatedTokenDto>('/auth/tokens', wanted)).body;
    const { items } = (await stack.client.get<SiswaPageDto>('/admin/siswa?sort=idperson&limit=2')).body;
    const some = items.map(({ idperson }) => idperson);
    await stack.faults({ missingPeriods: 1, onlyIdpersons: some.map(Number) });
    const { stdout } = await run('e2e/dist/typed-client/follow-run.js', stack.url, token);
    expect((JSON.parse(stdout) as string[]).sort()).toEqual(some.map((id) => `${id}: no_periods`));
  });
});
