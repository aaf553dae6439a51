import type { HasilUjiDto } from '@bantubayar/shared';
import { expect, it } from 'vitest';
import { mountApp } from '../../../../dev/mount-app';
import TestResult from './test-result.vue';

Element.prototype.scrollIntoView = () => undefined;

const good: HasilUjiDto = {
  ...{ berhasil: true, reason: null, message: '', siswa: 6_102, httpStatus: 200, durationMs: 84 },
  jawaban: '{"data":[',
};
const shown = (hasil: HasilUjiDto, asked = 'inUse') =>
  mountApp(TestResult, { props: { hasil, asked } }).find('[data-testid="test-result"]');

it('says in words what came of it, and folds the rest away', () => {
  const result = shown(good);
  expect(result.find('.v-alert-title').text()).toBe('Terhubung: 6.102 siswa, 84 ms');
  expect(result.find('details').attributes('open')).toBeUndefined();
  expect(result.find('pre').text()).toBe('{"data":[');
});

it('says what to look at when it is refused, or when there is nobody', () => {
  const message = 'Kredensial ditolak oleh server pembayaran (HTTP 401)';
  const refused = { ...good, berhasil: false, reason: 'credentials_rejected' as const, message, siswa: null };
  expect(shown({ ...refused, httpStatus: 401 }, 'typed').text()).toMatch(
    /HTTP 401.*belum disimpan.*kedaluwarsa/s,
  );
  expect(shown({ ...good, siswa: 0 }).text()).toContain('sekolah lain');
});

it('shows no answer where none came', () => {
  const silent = { ...good, berhasil: false, reason: 'timeout' as const, message: 'Server pembayaran diam' };
  const result = shown({ ...silent, siswa: null, httpStatus: null, jawaban: null });
  expect(result.text()).toContain('tidak ada jawaban');
  expect(result.find('pre').exists()).toBe(false);
});
