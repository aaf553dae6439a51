import {
  type ArgumentMetadata,
  Injectable,
  type PipeTransform,
  type ValidationError,
  ValidationPipe,
} from '@nestjs/common';
import { InvalidInputError } from './domain-error';
import { inIndonesian } from './validation-words';

const SAID_AT_MOST = 3;
/** A field that is not known can have any name. */
const LONGEST_NAME = 100;
const LONGEST_TEXT = 2_000;

/** What class-validator takes for a field of every DTO, and class-transformer drops: names that every object has. */
class StrictValidationPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const unknown = namesOfAnyObject(value);
    if (unknown.length === 0) return super.transform(value, metadata);
    throw this.exceptionFactory(
      unknown.map((property) => ({
        property,
        constraints: { whitelistValidation: `property ${property} should not exist` },
      })),
    );
  }
}

/** Checks a value against its DTO; unknown fields are refused, each wrong field is named. */
export const validationPipe = new StrictValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  exceptionFactory: (errors) => {
    const problems = problemsOf(errors);
    const fields = Object.create(null) as Record<string, string[]>;
    for (const { field, text } of problems) (fields[field] ??= []).push(text);
    const said = problems
      .slice(0, SAID_AT_MOST)
      .map(({ field, rule, text }) => inIndonesian(field, rule, text));
    const statusCode = problems.find((problem) => problem.statusCode)?.statusCode ?? 400;
    return new InvalidInputError(`Isian tidak sesuai: ${said.join('; ')}`, fields, statusCode);
  },
});

/** What a route's parameters go through; its body was checked when it was read. */
@Injectable()
export class EdgePipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    return metadata.type === 'body' ? value : validationPipe.transform(value, metadata);
  }
}

/** Where an input has a field named as what every object inherits, such as `scope.constructor`. */
function namesOfAnyObject(input: unknown): string[] {
  const found: string[] = [];
  const open: [prefix: string, value: unknown][] = [['', input]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [prefix, value] = next;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inside] of Object.entries(value)) {
      if (name in Object.prototype) found.push(prefix + name);
      open.push([`${prefix}${name}.`, inside]);
    }
  }
  return found;
}

interface Problem {
  /** `scope.kelas` */
  field: string;
  rule: string;
  text: string;
  statusCode?: number;
}

function problemsOf(errors: ValidationError[], prefix = ''): Problem[] {
  return errors.flatMap(({ property, constraints = {}, contexts, children = [] }) => [
    ...Object.entries(constraints).map(([rule, text]) => ({
      field: (prefix + property).slice(0, LONGEST_NAME),
      rule,
      text: text.slice(0, LONGEST_TEXT),
      statusCode: (contexts?.[rule] as { statusCode?: number } | undefined)?.statusCode,
    })),
    ...problemsOf(children, `${prefix}${property}.`),
  ]);
}
