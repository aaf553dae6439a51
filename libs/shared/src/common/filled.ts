import { ValidateBy } from 'class-validator';

const isFilled = (text: unknown): boolean => typeof text === 'string' && text.trim() !== '';

/** The field is a text that shows something; spaces alone are none. */
export const IsFilled = (): PropertyDecorator =>
  ValidateBy({
    name: 'isNotEmpty',
    validator: { validate: isFilled, defaultMessage: () => '$property should not be empty' },
  });
