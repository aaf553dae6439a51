import { beforeAll, describe, expect, it } from 'vitest';
import { i18n } from '.';
import { addPageMessages } from './add-page-messages';
import { en } from './en';
import { id } from './id';
import { overview } from './id/overview';
import { owed } from './id/owed';
import { pages } from './id/pages';
import { settings } from './id/settings';
import { students } from './id/students';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flatten(value, `${path}${key}.`),
  );
}

const names = (message: string) => [...new Set(message.match(/\{\w+\}/g))].sort();

const sources = import.meta.glob<string>(['../**/*.{vue,ts}', '!../**/*.spec.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** What the sources ask for by its whole name; what is put together is watched by `missing` of the page itself. */
const asked = Object.values(sources).flatMap((text) =>
  [...text.matchAll(/\b(?:t|counted)\(\s*'([\w.-]+)'/g)].map(([, key]) => key!),
);

describe('messages', () => {
  const { log: _log, reason: _reason, ...translated } = en;
  const english = new Map(flatten(translated));
  const indonesian = flatten({ ...id, ...pages, ...students, ...owed, ...overview, ...settings });

  it('exist in both languages', () => {
    expect([...english.keys()].sort()).toEqual(indonesian.map(([key]) => key).sort());
  });

  it('name the same parameters in both languages', () => {
    const different = indonesian.filter(
      ([key, message]) => names(message).join() !== names(english.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('have all that the pages ask for', () => {
    const known = new Set(flatten({ ...en }).map(([key]) => key));
    expect(asked.length).toBeGreaterThan(300);
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('compileMessage', () => {
  const { t, setLocaleMessage, locale } = i18n.global;
  beforeAll(() => {
    addPageMessages(pages);
    setLocaleMessage('en', en);
  });

  it('fills in names and chooses the plural', () => {
    expect(t('sync.by', { by: 'Siti' })).toBe('oleh Siti');
    expect(t('common.students', { n: '6.102' }, 6102)).toBe('6.102 siswa');
    locale.value = 'en';
    expect(t('common.students', { n: '1' }, 1)).toBe('1 student');
    expect(t('common.students', { n: '6,102' }, 6102)).toBe('6,102 students');
    locale.value = 'id';
  });
});
