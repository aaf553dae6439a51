import { PASSWORD_MIN_LENGTH } from '@bantubayar/shared';
import { describe, expect, it } from 'vitest';
import { randomPassword } from './random-password';

describe('randomPassword', () => {
  it('is long enough, legible, and another one each time', () => {
    const made = Array.from({ length: 200 }, randomPassword);
    expect(new Set(made).size).toBe(made.length);
    for (const password of made) {
      expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
      expect(password.length).toBeGreaterThanOrEqual(PASSWORD_MIN_LENGTH);
    }
  });
});
