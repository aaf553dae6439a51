import { type Ref, useTemplateRef, watch } from 'vue';

/** Puts the cursor into a dialog's field as it opens; Vuetify's `autofocus` comes late and takes it out of another one. */
export function useFirstField(name: string, open: Ref<boolean>): void {
  const field = useTemplateRef<HTMLElement>(name);
  watch([open, field], () => open.value && field.value?.focus(), { flush: 'post' });
}
