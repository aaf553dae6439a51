import { storedChoice } from './stored-choice';

export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

export const themeChoice = storedChoice('bantubayar.theme', THEME_CHOICES, 'system');
