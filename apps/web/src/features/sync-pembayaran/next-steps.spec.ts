import { ROLE_SCOPES } from '@bantubayar/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mountApp } from '../../../dev/mount-app';
import { session } from '../../session/session';
import NextSteps from './next-steps.vue';

const me = (role: keyof typeof ROLE_SCOPES) =>
  ({ nama: 'Siti', email: 's@x', role, scopes: ROLE_SCOPES[role] }) as never;

beforeEach(() => void (session.me.value = me('admin')));
afterEach(() => void (session.me.value = null));

function steps(run: { status: string; openReviews: number }, retryable: number): string[] {
  const shown = mountApp(NextSteps, { props: { run, retryable, retrying: false } });
  return shown.findAll('a, button').map((each) => each.text());
}

it('are what an ended run leaves to do, the most urgent first', () => {
  expect(steps({ status: 'partial', openReviews: 104 }, 319)).toEqual([
    'Tinjau 104 jawaban',
    'Coba lagi 319 siswa',
  ]);
  expect(steps({ status: 'cancelled', openReviews: 0 }, 4802)).toEqual(['Lanjutkan sisanya 4.802 siswa']);
  expect(steps({ status: 'completed', openReviews: 0 }, 0)).toEqual([]);
});

it('are none while the run goes on, or for who may only read', () => {
  expect(steps({ status: 'running', openReviews: 2 }, 3)).toEqual([]);
  session.me.value = me('pemantau');
  expect(steps({ status: 'partial', openReviews: 2 }, 3)).toEqual([]);
});
