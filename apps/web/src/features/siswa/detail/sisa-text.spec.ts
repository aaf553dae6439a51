import { expect, it } from 'vitest';
import { mountApp } from '../../../../dev/mount-app';
import SisaText from './sisa-text.vue';

const shown = (sisa: number) => mountApp(SisaText, { props: { sisa } }).text().replace('\u00a0', ' ');

it('says arrears, overpaid and paid up', () => {
  expect(shown(-25_000)).toBe('Kurang Rp 25.000');
  expect(shown(75_000)).toBe('Lebih Rp 75.000');
  expect(shown(0)).toBe('Lunas');
});
