import { resolve } from 'node:path';
import * as shared from '@bantubayar/shared';
import type { Type } from '@nestjs/common';
import { createGenerator } from 'ts-json-schema-generator';
import { constrained } from './constraints';
import type { Schema } from './schema';

const SHARED = resolve(__dirname, '../../../../libs/shared');

/** The schemas of all types of libs/shared by their name, with what class-validator checks of them. */
export function typeSchemas(): Record<string, Schema> {
  const { definitions = {} } = createGenerator({
    path: `${SHARED}/src/**/*.ts`,
    tsconfig: `${SHARED}/tsconfig.build.json`,
    type: '*',
    jsDoc: 'extended',
    additionalProperties: true,
    encodeRefs: false,
    functions: 'hide',
    skipTypeCheck: true,
    sortProps: false,
  }).createSchema('*');
  const text = JSON.stringify(definitions)
    .replaceAll('#/definitions/', '#/components/schemas/')
    // A page's name is that of its rows' DTO.
    .replace(/\bPage<(\w+)Dto>/g, '$1PageDto');
  const classes = shared as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(JSON.parse(text) as Record<string, Schema>).map(([name, schema]) => [
      name,
      isDto(classes[name]) ? constrained(schema, classes[name]) : schema,
    ]),
  );
}

const isDto = (value: unknown): value is Type =>
  typeof value === 'function' && value.name.endsWith('Dto') && /^class\b/.test(String(value));
