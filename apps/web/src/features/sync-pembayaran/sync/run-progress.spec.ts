import { describe, expect, it } from 'vitest';
import { mountApp } from '../../../../dev/mount-app';
import { progressSample } from '../../../../dev/progress-sample';
import RunProgress from './run-progress.vue';

const shown = (changes: Parameters<typeof progressSample>[0]) =>
  mountApp(RunProgress, { props: { progress: progressSample({ runId: '7', total: 6102, ...changes }) } });

describe('run progress', () => {
  it('tells how far and how long', () => {
    const wrapper = shown({
      status: 'running',
      processed: 2410,
      percent: 39.4,
      ratePerSecond: 204.3,
      etaSeconds: 18,
    });
    expect(wrapper.text()).toContain('2.410 dari 6.102 siswa');
    expect(wrapper.get('[data-testid=percent]').text()).toBe('39,4 %');
    expect(wrapper.get('[data-testid=eta]').text()).toBe('± 18 dtk');
    expect(wrapper.get('[data-testid=progress-bar]').attributes('aria-valuenow')).toBe('39.4');
    expect(wrapper.text()).toContain('boleh ditutup');
  });

  it('promises nothing while preparing', () => {
    const bar = shown({ status: 'preparing', total: 0 }).get('[data-testid=progress-bar]');
    expect(bar.attributes('aria-valuenow')).toBeUndefined();
  });

  it('says where a cancelled run stands', () => {
    const wrapper = shown({ status: 'cancelled', processed: 2624, percent: 43 });
    expect(wrapper.text()).toContain('Dibatalkan di 43 %, 2.624 dari 6.102 siswa tersimpan.');
  });

  it('has amber for a run that went well only in part', () => {
    const wrapper = shown({
      status: 'partial',
      processed: 6102,
      percent: 100,
      successCount: 6061,
      failed: 41,
    });
    expect(wrapper.text()).toContain('Selesai sebagian: 6.061 siswa berhasil, 41 gagal.');
    expect(wrapper.find('.bg-amber').exists()).toBe(true);
  });
});
