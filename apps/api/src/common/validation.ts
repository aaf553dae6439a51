import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { DomainError } from './domain-error';

/** Checks bodies and queries against their DTO; unknown fields are refused, each wrong field is named. */
export const validationPipe = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  exceptionFactory: (errors) => {
    const fields = flatten(errors);
    const summary = Object.values(fields).flat().slice(0, 3).join('; ');
    return new DomainError(400, 'validation_failed', `Isian tidak sesuai: ${summary}`, { fields });
  },
});

/** `{ "scope.kelas": ["kelas must be a string"] }` */
function flatten(errors: ValidationError[], prefix = ''): Record<string, string[]> {
  return Object.assign(
    {},
    ...errors.map((error) => ({
      ...(error.constraints ? { [prefix + error.property]: Object.values(error.constraints) } : {}),
      ...flatten(error.children ?? [], `${prefix}${error.property}.`),
    })),
  ) as Record<string, string[]>;
}
