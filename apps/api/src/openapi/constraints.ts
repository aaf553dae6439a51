import { PESAN_LINK_MAX } from '@bantubayar/shared';
import type { Type } from '@nestjs/common';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import type { Schema } from './schema';

type Rule = (argument: never) => Schema;

/** What a rule of class-validator says that the type of its field does not. */
const KEYWORDS: Record<string, Rule> = {
  isString: () => ({}),
  isBoolean: () => ({}),
  isArray: () => ({}),
  isObject: () => ({}),
  isIn: () => ({}),
  isId: () => ({}),
  isDay: () => ({}),
  isPesan: () => ({ minLength: 1, maxLength: PESAN_LINK_MAX }),
  isInt: () => ({ type: 'integer' }),
  isNotEmpty: () => ({ minLength: 1 }),
  isEmail: () => ({ format: 'idn-email' }),
  isIso8601: () => ({ format: 'date-time' }),
  min: (minimum: number) => ({ minimum }),
  max: (maximum: number) => ({ maximum }),
  matches: ({ source }: RegExp) => ({ pattern: source }),
  minLength: (minLength: number) => ({ minLength }),
  maxLength: (maxLength: number) => ({ maxLength }),
  arrayNotEmpty: () => ({ minItems: 1 }),
  arrayMaxSize: (maxItems: number) => ({ maxItems }),
  arrayUnique: () => ({ uniqueItems: true }),
};

/** The schema of a DTO with what class-validator checks of it; what has a default may be left out. */
export function constrained(schema: Schema, dto: Type): Schema {
  const properties = { ...schema.properties };
  for (const rule of getMetadataStorage().getTargetValidationMetadatas(dto, '', true, false)) {
    const { propertyName, type, name, constraints = [], each } = rule;
    if (type !== ValidationTypes.CUSTOM_VALIDATION) continue;
    const keywords = KEYWORDS[name!];
    if (!keywords) throw new Error(`${dto.name}.${propertyName}: @${name} has no words in the document`);
    const field = properties[propertyName]!;
    const said = keywords(constraints[0] as never);
    properties[propertyName] = each
      ? { ...field, items: { ...field.items, ...said } }
      : { ...field, ...said };
  }
  const defaults = new dto() as Record<string, unknown>;
  for (const [name, value] of Object.entries(defaults))
    if (value !== undefined) properties[name] = { ...properties[name], default: value };
  const required = schema.required?.filter((name) => defaults[name] === undefined);
  return { ...schema, properties, required: required?.length ? required : undefined };
}
