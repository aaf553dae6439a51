import type { ThemeDefinition } from 'vuetify';

/** Text in `primary`, `success`, `warning`, `error` and `info` holds 4.5:1 on `surface`, also inside a tonal chip; `amber` is for bars and tints. */
export const light: ThemeDefinition = {
  dark: false,
  colors: {
    background: '#f5f6f8',
    surface: '#ffffff',
    'surface-variant': '#e9ecf1',
    'on-surface-variant': '#3c4452',
    primary: '#2b55c8',
    secondary: '#4a5568',
    success: '#13693a',
    warning: '#8a4b00',
    amber: '#e09600',
    error: '#b3261e',
    info: '#0b5c8a',
  },
  variables: {
    'border-color': '#1b2433',
    'border-opacity': 0.13,
    'high-emphasis-opacity': 0.92,
    'medium-emphasis-opacity': 0.72,
  },
};

export const dark: ThemeDefinition = {
  dark: true,
  colors: {
    background: '#101318',
    surface: '#181c23',
    'surface-variant': '#262c36',
    'on-surface-variant': '#cdd3de',
    primary: '#9db8ff',
    secondary: '#aab4c5',
    success: '#77d79a',
    warning: '#f3bd5f',
    amber: '#f3bd5f',
    error: '#ff9d94',
    info: '#86c9f4',
    'on-primary': '#0b1a43',
  },
  variables: {
    'border-color': '#e6ebf5',
    'border-opacity': 0.14,
    'high-emphasis-opacity': 0.94,
    'medium-emphasis-opacity': 0.74,
  },
};
