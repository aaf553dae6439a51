import { i18n } from '.';
import { pages } from './id/pages';

export function addPageMessages(): void {
  i18n.global.mergeLocaleMessage('id', pages);
}
