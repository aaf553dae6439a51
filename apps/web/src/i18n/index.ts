import { nextTick, watch } from 'vue';
import { createI18n } from 'vue-i18n';
import { storedChoice } from '../core/stored';
import { compileMessage } from './compile-message';
import { id } from './id';
import type { Messages } from './messages';

export const LOCALES = ['id', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const localeChoice = storedChoice<Locale>('bantubayar.locale', LOCALES, 'id');

export const i18n = createI18n({
  legacy: false,
  locale: 'id' as Locale,
  fallbackLocale: 'id',
  messageCompiler: compileMessage,
  missing: (locale, key) => console.warn(`No text for ${key} in ${locale}.`),
  messages: { id } as unknown as Record<Locale, Messages>,
});

/** Fetches the messages where they are missing, then shows them. */
async function apply(locale: Locale): Promise<void> {
  const { global } = i18n;
  if (!global.availableLocales.includes(locale)) {
    const { en } = await import('./en');
    global.setLocaleMessage('en', en);
  }
  if (localeChoice.value !== locale) return;
  global.locale.value = locale;
  await nextTick();
  document.documentElement.lang = locale;
}

watch(localeChoice, (locale) => apply(locale));

export const applyLocaleChoice = () => apply(localeChoice.value);
