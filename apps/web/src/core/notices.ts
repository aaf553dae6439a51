import { shallowRef } from 'vue';

export interface Notice {
  text: string;
  color: 'success' | 'warning' | 'error' | 'info';
}

/** The one message at the foot of the page. */
export const notice = shallowRef<Notice | null>(null);

export function notify(text: string, color: Notice['color'] = 'info'): void {
  notice.value = { text, color };
}

/** What it says is over: something new has begun. */
export function dismissNotice(): void {
  notice.value = null;
}
