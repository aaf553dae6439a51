import { type Ref, ref, watch } from 'vue';

/** One of a few values, kept in localStorage. */
export const storedChoice = <T extends string>(key: string, choices: readonly T[], fallback: T): Ref<T> =>
  stored<T>(
    key,
    (text) => choices.find((value) => value === text) ?? fallback,
    (value) => value,
  );

/** A value as this browser remembers it, null where it is forgotten; works without storage too (private windows may refuse). */
export function stored<T>(
  key: string,
  parse: (text: string | null) => T,
  print: (value: T) => string | null,
): Ref<T> {
  const value = ref(parse(read(key))) as Ref<T>;
  watch(value, (now) => write(key, print(now)), { flush: 'sync' });
  return value;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // The choice then lasts as long as the page.
  }
}
