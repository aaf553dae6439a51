import { expect, it } from 'vitest';
import { nextPath } from './session-guard';

it('goes on to a path of this page only', () => {
  expect(nextPath('/admin/sync-pembayaran?x=1')).toBe('/admin/sync-pembayaran?x=1');
  for (const bad of [undefined, '', '//evil.example', '/\\evil.example', 'https://evil.example', ['/a']]) {
    expect(nextPath(bad)).toBe('/admin/siswa');
  }
});
