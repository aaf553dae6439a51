import { closure, namesIn, type Schema } from './schema';

type Schemas = Record<string, Schema>;

const isObject = ({ type, properties }: Schema) => type === 'object' && properties !== undefined;

/**
 * The schemas of what is sent, under their names: unknown fields are refused, and null says what leaving out says. Those that
 * answers have too are kept apart as `…Input`.
 */
export function bodySchemas(sent: string[], answered: ReadonlySet<string>, schemas: Schemas) {
  const objects = [...closure(sent, schemas)].filter((name) => isObject(schemas[name]!));
  const names = new Map(
    objects.map((name) => [name, answered.has(name) ? name.replace(/Dto$/, 'Input') : name]),
  );
  const bodies = objects.map((name) => [names.get(name)!, renamed(asBody(schemas[name]!), names)] as const);
  return Object.fromEntries(bodies);
}

function asBody(schema: Schema): Schema {
  const properties = Object.entries(schema.properties!).map(([name, property]) => [
    name,
    schema.required?.includes(name) ? property : orNull(property),
  ]);
  return { ...schema, properties: Object.fromEntries(properties) as Schemas, additionalProperties: false };
}

function orNull(schema: Schema): Schema {
  const { description, examples, ...rest } = schema;
  if (Array.isArray(rest.type)) return schema;
  if (typeof rest.type === 'string') return { ...schema, type: [rest.type, 'null'] };
  return { anyOf: [rest, { type: 'null' }], description, examples };
}

function renamed(schema: Schema, names: ReadonlyMap<string, string>): Schema {
  let text = JSON.stringify(schema);
  for (const name of namesIn(schema))
    text = text.replaceAll(`/schemas/${name}"`, `/schemas/${names.get(name) ?? name}"`);
  return JSON.parse(text) as Schema;
}
