import { expect, it } from 'vitest';
import { phonesOf } from './phone';

it.each([
  '081234567890',
  '0812-3456-7890',
  '0812 3456 7890',
  '(0812) 3456.7890',
  '+62 812 3456 7890',
  '+62 0812 3456 7890',
  '6281234567890',
  '62 0812 3456 7890',
  '0062 812 3456 7890',
  '81234567890',
])('%s is a mobile number, whatever its shape', (text) => {
  expect(phonesOf(text)).toEqual([{ text, tel: 'tel:+6281234567890', wa: '6281234567890' }]);
});

it.each([
  ['021 7654321', 'tel:+62217654321'],
  ['+60 12 345 6789', 'tel:+60123456789'],
  ['+1 812 345 6789', 'tel:+18123456789'],
  ['0062 21 7654321', 'tel:+62217654321'],
  ['08123456', 'tel:+628123456'],
  ['0812345678901234', null],
  ['7654321', 'tel:7654321'],
])('%s can be called, and has no WhatsApp', (text, tel) => {
  expect(phonesOf(text)).toEqual([{ text, tel, wa: null }]);
});

it.each(['0812', '-', 'tidak ada', '0812x4567890', '0812 (Ibu)', '+', '08O123456789'])(
  '%s leads nowhere',
  (text) => expect(phonesOf(text)).toEqual([{ text, tel: null, wa: null }]),
);

it('are several in one field, or none', () => {
  expect(phonesOf('0812 3456 7890 / 0857-1111-2222;').map(({ wa }) => wa)).toEqual([
    '6281234567890',
    '6285711112222',
  ]);
  for (const none of [null, '', '  ', ' / ']) expect(phonesOf(none)).toEqual([]);
});
