import { usePreferredDark } from '@vueuse/core';
import { watchEffect } from 'vue';
import { themeChoice } from '../core/theme-choice';
import { dark, light } from './theme';

const ON_SURFACE = { light: '#000000', dark: '#ffffff' };

/**
 * The theme's colours and strengths on the root, by the names that Vuetify gives them inside its own: what stands before
 * it is loaded, the sign-in page, has the same colours.
 */
export function applyThemeTokens(): void {
  const prefersDark = usePreferredDark();
  const { style } = document.documentElement;

  watchEffect(() => {
    const isDark = themeChoice.value === 'dark' || (themeChoice.value === 'system' && prefersDark.value);
    const { colors = {}, variables = {} } = isDark ? dark : light;
    const onSurface = ON_SURFACE[isDark ? 'dark' : 'light'];
    const all = { 'on-primary': '#ffffff', 'on-surface': onSurface, 'on-background': onSurface, ...colors };
    for (const [name, color] of Object.entries(all))
      style.setProperty(`--v-theme-${name}`, parts(String(color)));
    for (const [name, value] of Object.entries(variables))
      style.setProperty(`--v-${name}`, typeof value === 'string' ? parts(value) : String(value));
    style.colorScheme = isDark ? 'dark' : 'light';
  });
}

/** `#2b55c8` as `43,85,200`. */
function parts(color: string): string {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)).join(',');
}
