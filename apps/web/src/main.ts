import '@fontsource-variable/plus-jakarta-sans/wght.css';
import { createApp } from 'vue';
import App from './app.vue';
import { applyLocaleChoice, i18n } from './i18n';
import { applyThemeTokens } from './plugins/theme-tokens';
import { router } from './router';
import './styles/base.css';
import './styles/plain.css';
import './styles/print.css';

applyThemeTokens();
await applyLocaleChoice();
createApp(App).use(i18n).use(router).mount('#app');
