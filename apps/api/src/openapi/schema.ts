/** As much of a JSON Schema as this document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  description?: string;
  examples?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: boolean | Schema;
  [keyword: string]: unknown;
}

const PREFIX = '#/components/schemas/';

export const refTo = (name: string): Schema => ({ $ref: PREFIX + name });

/** The names of the schemas that a part of the document refers to. */
export function namesIn(part: unknown): string[] {
  const found = JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g);
  return [...new Set([...found].map(([, name]) => name!))];
}

/** These schemas and all that they refer to. */
export function closure(names: string[], schemas: Record<string, Schema>): Set<string> {
  const known = new Set<string>();
  for (const queue = [...names]; queue.length > 0;) {
    const name = queue.pop()!;
    if (known.has(name)) continue;
    if (!schemas[name]) throw new Error(`no type ${name} in libs/shared`);
    known.add(name);
    queue.push(...namesIn(schemas[name]));
  }
  return known;
}
