import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import { dayOf } from './format';

/** What a filter makes of an address's text; null for what is none of its values. */
type Read<T> = (text: string) => T | null;
type Fields = Record<string, Read<string | number>>;
type Value<R> = R extends Read<infer T> ? T : never;
type Values<F extends Fields> = { [Name in keyof F]: Value<F[Name]> };

export type AddressFilters<F extends Fields, D> = {
  [Name in keyof F]: Value<F[Name]> | (Name extends keyof D ? never : null);
};
/** The filters of a table made by `addressFilters`. */
export type FiltersOf<T extends { read: (query: LocationQuery) => unknown }> = ReturnType<T['read']>;

export const text: Read<string> = (value) => value;

/** A day of the calendar, `2026-11-22`. */
export const day: Read<string> = (value) => dayOf(value);

export const oneOf =
  <T extends string>(...values: readonly T[]): Read<T> =>
  (value) =>
    values.find((each) => each === value) ?? null;

export const wholeNumber =
  (min: number, max: number): Read<number> =>
  (value) => {
    const number = Math.floor(Number(value));
    return number >= min && number <= max ? number : null;
  };

/**
 * Filters as an address holds them, a line each: a new one is a new line. Those with a default say how a list is shown;
 * the others leave out what they do not name, and are null until they name something.
 */
export function addressFilters<F extends Fields, D extends Partial<Values<F>>>(fields: F, defaults: D) {
  type Filters = AddressFilters<F, D>;
  const names = Object.keys(fields);
  const fallback = (name: string) => defaults[name as keyof D] ?? null;
  const narrowing = names.filter((name) => fallback(name) === null);

  /** What an address asks for; what it says wrongly is left at its default. */
  function read(query: LocationQuery): Filters {
    const valueOf = (name: string) => {
      const asked = query[name];
      return (typeof asked === 'string' && asked && fields[name]!(asked)) || fallback(name);
    };
    return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Filters;
  }

  /** The shortest address: defaults are left out. */
  function write(filters: Filters): LocationQueryRaw {
    const changed = names.filter((name) => filters[name] && filters[name] !== fallback(name));
    return Object.fromEntries(changed.map((name) => [name, filters[name]]));
  }

  /** What leaves something out. */
  function chosen(filters: Filters): Partial<Omit<Values<F>, keyof D>> {
    const set = narrowing.filter((name) => filters[name]);
    return Object.fromEntries(set.map((name) => [name, filters[name]])) as never;
  }

  /** Changes after which nothing is left out. */
  const blank = Object.fromEntries(narrowing.map((name) => [name, null])) as Partial<Filters>;

  return { read, write, chosen, blank };
}
