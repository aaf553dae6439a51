/** The first button or link in an element that can be used now. */
export function firstValid(box: Element | null | undefined): HTMLElement | null {
  return box?.querySelector<HTMLElement>('a[href], button:not(:disabled)') ?? null;
}
