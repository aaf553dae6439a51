import type { Wrong } from '../config/wrong';
import { InvalidInputError } from './domain-error';

/** The error for one field, which people may call by another name. */
export function wrongField(field: string, { id, en }: Wrong, name = field): InvalidInputError {
  return new InvalidInputError(`Isian tidak sesuai: ${name} ${id}`, { [field]: [en] });
}
