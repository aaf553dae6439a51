import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

/** A positive integer in decimal digits, without leading zeros. */
export const ID_PATTERN = /^[1-9]\d{0,19}$/;
const BIGINT_UNSIGNED_MAX = 2n ** 64n - 1n;

/** Whether a text is an id in its one form, and fits where ids are stored. */
export function isId(text: unknown): boolean {
  return typeof text === 'string' && ID_PATTERN.test(text) && BigInt(text) <= BIGINT_UNSIGNED_MAX;
}

/** The field is an id: of a student, a run, a user or a token. */
export const IsId = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isId',
      validator: {
        validate: isId,
        defaultMessage: buildMessage(
          (each) => `${each}$property must be an id: a positive integer without leading zeros`,
          options,
        ),
      },
    },
    options,
  );
