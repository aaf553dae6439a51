import { type Ref, ref, watch } from 'vue';

/** One of a few values, kept in localStorage; works without it too (private windows may refuse). */
export function storedChoice<T extends string>(key: string, choices: readonly T[], fallback: T): Ref<T> {
  const stored = read(key);
  const choice = ref(choices.find((value) => value === stored) ?? fallback) as Ref<T>;
  watch(choice, (value) => write(key, value), { flush: 'sync' });
  return choice;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice then lasts as long as the page.
  }
}
