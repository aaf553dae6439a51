/** What the text of a JSON document tells and its parsed value no longer does. */
export interface JsonShape {
  /** The first key that an object has twice. */
  repeatedKey: string | null;
  /** Whether a string has half of a surrogate pair, which no encoding can hold. */
  hasLoneSurrogate: boolean;
  /** Where the values of the outermost object's members begin and end in the text. */
  members: ReadonlyMap<string, readonly [start: number, end: number]>;
}

const LONE_SURROGATE = /\\u[dD]/;

/** Reads the shape of a text that JSON.parse accepts, in one pass and without recursion, however deep it is. */
export function shapeOf(text: string): JsonShape {
  const open: (Set<string> | null)[] = [];
  const members = new Map<string, [number, number]>();
  const shape = { repeatedKey: null as string | null, hasLoneSurrogate: false, members };
  let member: string | null = null;
  let memberStart = 0;
  const endMember = (at: number) => {
    if (open.length === 1 && member !== null) members.set(member, [memberStart, at]);
    if (open.length === 1) member = null;
  };

  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      const end = endOfString(text, at);
      const raw = text.slice(at, end);
      if (LONE_SURROGATE.test(raw) && !(JSON.parse(raw) as string).isWellFormed())
        shape.hasLoneSurrogate = true;
      const colon = open.at(-1) ? colonAfter(text, end) : -1;
      if (colon >= 0) {
        const key = raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1);
        const keys = open.at(-1)!;
        if (keys.has(key)) shape.repeatedKey ??= key;
        keys.add(key);
        if (open.length === 1) [member, memberStart] = [key, colon + 1];
      }
      at = (colon >= 0 ? colon + 1 : end) - 1;
    } else if (char === '{' || char === '[') {
      open.push(char === '{' ? new Set() : null);
    } else if (char === '}' || char === ']') {
      endMember(at);
      open.pop();
    } else if (char === ',') endMember(at);
  }
  return shape;
}

/** Behind the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
}

/** Where the colon behind a key stands; -1 behind a value. */
function colonAfter(text: string, end: number): number {
  let at = end;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  return text[at] === ':' ? at : -1;
}
