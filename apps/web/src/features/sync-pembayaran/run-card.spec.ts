import { describe, expect, it } from 'vitest';
import { mountApp } from '../../../dev/mount-app';
import { progressSample } from '../../../dev/progress-sample';
import RunCard from './run-card.vue';

type Changes = Parameters<typeof progressSample>[0];

const shown = (changes: Changes, eta?: string) =>
  mountApp(RunCard, {
    props: { run: progressSample({ runId: '7', total: 6102, scope: {}, ...changes }), eta },
  });
const headline = (changes: Changes) => shown(changes).get('[data-testid=headline]').text();

describe('the card of a run', () => {
  it('tells how far, how long, and of whom', () => {
    const card = shown({ status: 'running', processed: 2410, percent: 39.4 }, '± 18 dtk');
    expect(card.get('[data-testid=percent]').text()).toBe('39,4 %');
    expect(card.get('[data-testid=processed]').text()).toBe('2.410');
    expect(card.get('[data-testid=eta]').text()).toBe('± 18 dtk');
    expect(card.get('[data-testid=progress-bar]').attributes('aria-valuenow')).toBe('39.4');
    expect(card.get('[data-testid=run-about]').text()).toBe('Semua siswa');
  });

  it('promises nothing while preparing', () => {
    const bar = shown({ status: 'preparing', total: 0 }).get('[data-testid=progress-bar]');
    expect(bar.attributes('aria-valuenow')).toBeUndefined();
  });

  it('says in one sentence how a run stands, with reviews where they wait', () => {
    expect(headline({ status: 'completed' })).toBe('Selesai. Semua siswa sudah diambil.');
    expect(headline({ status: 'completed', openReviews: 3 })).toContain('perlu Anda tinjau');
    expect(headline({ status: 'partial', failed: 2 })).toContain('gagal');
    expect(headline({ status: 'cancelled', openReviews: 3 })).toContain('Dibatalkan');
  });

  it('has a part of the bar for each way in which students have ended', () => {
    const run = { updated: 3051, unchanged: 0, skipped: 610, failed: 1220, processed: 4881 };
    const widths = shown({ status: 'running', ...run })
      .findAll('[data-testid=progress-bar] > span')
      .map((part) => Math.floor(parseFloat((part.element as HTMLElement).style.width)));
    expect(widths).toEqual([50, 0, 9, 19]);
  });

  it('says no number of a part that is the whole', () => {
    const success = (updated: number, unchanged: number) =>
      shown({ status: 'completed', successCount: updated + unchanged, updated, unchanged }).text();
    expect(success(0, 6102)).toContain('semuanya sama');
    expect(success(6102, 0)).toContain('semuanya berubah');
    expect(success(102, 6000)).toContain('102 berubah');
  });
});
