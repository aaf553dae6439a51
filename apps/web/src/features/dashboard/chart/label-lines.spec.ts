import { describe, expect, it } from 'vitest';
import { labelLines } from './label-lines';

describe('labelLines', () => {
  it.each([
    ['SPP', ['SPP']],
    ['Lebih dari 180 hari', ['Lebih dari', '180 hari']],
    ['Madrasah Tsanawiyah Internasional Putra', ['Madrasah', 'Tsanawiyah…']],
    ['Kesejahteraanbersama', ['Kesejahtera…']],
  ])('writes %j as %j', (text, lines) => {
    expect(labelLines(text, 12, ({ length }) => length)).toEqual(lines);
  });
});
