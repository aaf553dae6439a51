import { i18n } from '.';
import type { Messages } from './messages';

/** Adds what a page says to what is loaded already; English comes as a whole. */
export function addPageMessages(messages: Partial<Messages>): void {
  i18n.global.mergeLocaleMessage('id', messages);
}
