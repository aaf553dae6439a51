import type { ProgressStatus } from '@bantubayar/shared';
import { describe, expect, it } from 'vitest';
import { mountApp } from '../../../../dev/mount-app';
import RunControls from './run-controls.vue';

function enabled(status: ProgressStatus, busy: string | null = null): string[] {
  const buttons = mountApp(RunControls, { props: { status, busy } }).findAll('button');
  return buttons
    .filter((button) => button.attributes('disabled') === undefined)
    .map((button) => button.attributes('data-testid')!.replace('-button', ''))
    .sort();
}

describe('run controls', () => {
  it.each<[ProgressStatus, string[]]>([
    ['idle', ['start']],
    ['queued', ['cancel']],
    ['preparing', ['cancel']],
    ['running', ['cancel', 'pause']],
    ['paused', ['cancel', 'resume']],
    ['cancelling', []],
    ['completed', ['reset', 'start']],
    ['partial', ['reset', 'start']],
    ['cancelled', ['reset', 'start']],
    ['failed', ['reset', 'start']],
  ])('%s: %j', (status, buttons) => {
    expect(enabled(status)).toEqual(buttons);
  });

  it('gives its command with one click', async () => {
    const wrapper = mountApp(RunControls, { props: { status: 'idle', busy: null } });
    await wrapper.get('[data-testid=start-button]').trigger('click');
    expect(wrapper.emitted('give')).toEqual([['start']]);
  });

  it('waits for the answer of the command under way', () => {
    expect(enabled('running', 'pause')).not.toContain('cancel');
  });
});
