import { storedChoice } from './stored';

export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

export const themeChoice = storedChoice('bantubayar.theme', THEME_CHOICES, 'system');
