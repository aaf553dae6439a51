import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isId } from './id';

/** The field is an id: of a student, a run, a user or a token. */
export const IsId = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isId', validator: { validate: isId } }, options);
