import { shallowRef, watch } from 'vue';

/**
 * A question before something is done; what does it tells by itself what went wrong. It is taken back where it no longer
 * arises: what is asked about may end while somebody thinks it over.
 */
export function useConfirm<T = void>(
  act: (subject: T) => Promise<unknown>,
  arises?: (subject: T) => boolean,
) {
  const open = shallowRef(false);
  const busy = shallowRef(false);
  /** What is asked about, also while the dialog fades. */
  const subject = shallowRef<T>();

  if (arises)
    watch(
      () => !open.value || arises(subject.value as T),
      (still) => still || (open.value = false),
    );

  function ask(about: T): void {
    subject.value = about;
    open.value = true;
  }

  async function confirm(): Promise<void> {
    busy.value = true;
    await act(subject.value as T).catch(() => undefined);
    busy.value = false;
    open.value = false;
  }

  return { open, busy, subject, ask, confirm };
}

export type Question = Omit<ReturnType<typeof useConfirm<unknown>>, 'ask' | 'subject'>;
