import type { ProgressStatus } from '@bantubayar/shared';
import { describe, expect, it } from 'vitest';
import { mountApp } from '../../../../dev/mount-app';
import RunControls from './run-controls.vue';

function enabled(status: ProgressStatus, busy: string | null = null): string[] {
  const buttons = mountApp(RunControls, {
    props: { status, busy, hasNextStep: false, left: 0, mayQueue: false },
  }).findAll('button');
  return buttons
    .filter((button) => button.attributes('disabled') === undefined)
    .map((button) => button.attributes('data-testid')!.replace('-button', ''))
    .sort();
}

describe('run controls', () => {
  it.each<[ProgressStatus, string[]]>([
    ['idle', ['some', 'start']],
    ['queued', ['cancel']],
    ['preparing', ['cancel']],
    ['running', ['cancel', 'pause']],
    ['paused', ['cancel', 'resume']],
    ['cancelling', []],
    ['completed', ['reset', 'some', 'start']],
    ['partial', ['reset', 'some', 'start']],
    ['cancelled', ['reset', 'some', 'start']],
    ['failed', ['reset', 'some', 'start']],
  ])('%s: %j', (status, buttons) => {
    expect(enabled(status)).toEqual(buttons);
  });

  it.each<[ProgressStatus, string[]]>([
    ['idle', ['start', 'some', 'cancel', 'reset']],
    ['running', ['start', 'pause', 'cancel', 'reset']],
    ['paused', ['resume', 'start', 'cancel', 'reset']],
    ['partial', ['start', 'some', 'cancel', 'reset']],
  ])('show of %s, the next step first: %j', (status, names) => {
    const buttons = mountApp(RunControls, {
      props: { status, busy: null, hasNextStep: false, left: 0, mayQueue: false },
    }).findAll('button');
    expect(buttons.map((button) => button.attributes('data-testid')!.replace('-button', ''))).toEqual(names);
  });

  it('gives its command with one click', async () => {
    const wrapper = mountApp(RunControls, {
      props: { status: 'idle', busy: null, hasNextStep: false, left: 0, mayQueue: false },
    });
    await wrapper.get('[data-testid=start-button]').trigger('click');
    expect(wrapper.emitted('give')).toEqual([['start']]);
  });

  it('waits for the answer of the command under way', () => {
    expect(enabled('running', 'pause')).not.toContain('cancel');
  });
});
