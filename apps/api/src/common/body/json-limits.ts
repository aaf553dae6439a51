export interface JsonLimits {
  bytes: number;
  /** Members and list elements, all together. */
  values: number;
}

export const JSON_DEPTH_MAX = 16;
/** No DTO has nearly as many fields; checking many takes more than its share of time. */
const KEYS_MAX = 200;

/** What makes a body too much to be walked through, from its text alone and in one pass; null where it is not. */
export function excessOf(text: string, { values }: JsonLimits): 'too_deep' | 'too_many' | null {
  let depth = 0;
  let commas = 0;
  let colons = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === ',' && ++commas >= values) return 'too_many';
    else if (char === ':' && ++colons > KEYS_MAX) return 'too_many';
    else if ((char === '{' || char === '[') && ++depth > JSON_DEPTH_MAX) return 'too_deep';
    else if (char === '}' || char === ']') depth--;
  }
  return null;
}
