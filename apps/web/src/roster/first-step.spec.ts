import { expect, it } from 'vitest';
import { firstStepOf } from './first-step';

it('is the roster, then a run, and nothing once anybody was fetched or before anything is known', () => {
  expect(firstStepOf({ total: 0, belumSinkron: 0 })).toBe('roster');
  expect(firstStepOf({ total: 300, belumSinkron: 300 })).toBe('run');
  expect(firstStepOf({ total: 300, belumSinkron: 299 })).toBeNull();
  expect(firstStepOf(undefined)).toBeNull();
});
