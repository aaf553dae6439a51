import { shallowRef } from 'vue';

export interface Notice {
  text: string;
  color: 'success' | 'warning' | 'error' | 'info';
  /** Where more is to be seen. */
  more?: { text: string; to: string };
}

/** The one message at the foot of the page. */
export const notice = shallowRef<Notice | null>(null);

export function notify(text: string, color: Notice['color'] = 'info', more?: Notice['more']): void {
  notice.value = { text, color, more };
}

/** What it says is over: something new has begun. */
export function dismissNotice(): void {
  notice.value = null;
}
