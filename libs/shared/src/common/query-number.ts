import 'reflect-metadata';
import { Transform } from 'class-transformer';

/** In an address every value is a text: a number is its decimal digits and nothing else, `0x10`, `1e1` and none at all are not. */
export const QueryNumber = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? (/^-?\d{1,16}$/.test(value) ? Number(value) : NaN) : value,
  );
