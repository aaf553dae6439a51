import '@fontsource-variable/plus-jakarta-sans/wght.css';
import { createApp } from 'vue';
import App from './app.vue';
import { applyLocaleChoice, i18n } from './i18n';
import { vuetify } from './plugins/vuetify';
import { router } from './router';
import './styles/base.css';
import './styles/print.css';
import './styles/vuetify.css';

await applyLocaleChoice();
createApp(App).use(i18n).use(vuetify).use(router).mount('#app');
