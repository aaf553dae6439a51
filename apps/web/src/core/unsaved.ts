import { onUnmounted } from 'vue';

const forms = new Set<() => boolean>();

/** Lets a form that stands in a page say whether it holds what is not saved; whoever leaves the page is asked first. */
export function useUnsaved(isUnsaved: () => boolean): void {
  forms.add(isUnsaved);
  onUnmounted(() => forms.delete(isUnsaved));
}

export const isAnythingUnsaved = (): boolean => [...forms].some((isUnsaved) => isUnsaved());
