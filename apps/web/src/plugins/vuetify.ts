import 'vuetify/styles/core';
import { type App, getCurrentInstance } from 'vue';
import { createVuetify } from 'vuetify';
import { mdi } from 'vuetify/iconsets/mdi-svg';
import { en, id } from 'vuetify/locale';
import { themeChoice } from '../core/theme-choice';
import { aliases } from './icons';
import { dark, light } from './theme';

const field = { variant: 'outlined', density: 'compact', color: 'primary', hideDetails: 'auto' } as const;

export const vuetify = createVuetify({
  theme: { defaultTheme: themeChoice.value, themes: { light, dark }, utilities: true },
  icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
  locale: { locale: 'id', fallback: 'en', messages: { id, en } },
  defaults: {
    VAlert: { variant: 'tonal', density: 'compact', border: 'start' },
    VBtn: { variant: 'flat' },
    VCard: { variant: 'flat', border: true },
    VChip: { size: 'small', variant: 'tonal', label: true },
    VDialog: { maxWidth: 480 },
    VMenu: { offset: 4 },
    VSelect: { ...field, menuProps: { maxHeight: 360 } },
    VTable: { density: 'compact' },
    VTextField: field,
  },
});

const withVuetify = new WeakSet<App>();

/** Gives it to the whole page, from the shell's setup: the sign-in page does without. */
export function installVuetify(): void {
  const { app } = getCurrentInstance()!.appContext;
  if (withVuetify.has(app)) return;
  withVuetify.add(app);
  app.use(vuetify);
}
