import type { Type } from '@nestjs/common';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { ID_PATTERN } from '@bantubayar/shared';
import { targetConstructorToSchema, validationMetadatasToSchemas } from 'class-validator-jsonschema';

interface Schema {
  properties?: Record<string, object>;
  required?: string[];
}

const options = {
  classTransformerMetadataStorage: defaultMetadataStorage,
  refPointerPrefix: '#/components/schemas/',
  additionalConverters: { isId: { type: 'string', pattern: ID_PATTERN.source } } as const,
};

/** The JSON schema of one DTO, read off its class-validator decorators. */
export function schemaOf(dto: Type): Schema {
  return targetConstructorToSchema(dto, options) as Schema;
}

/** The JSON schemas of all DTOs by class name; what is optional may also be null. */
export function allSchemas(): Record<string, object> {
  const schemas = validationMetadatasToSchemas(options) as Record<string, Schema>;
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withNullable(schema)]));
}

function withNullable(schema: Schema): Schema {
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    name,
    schema.required?.includes(name) ? property : { ...property, nullable: true },
  ]);
  return { ...schema, properties: Object.fromEntries(properties) as Record<string, object> };
}
