import { computed, type Ref } from 'vue';

/** Whether something has been open at least once: until then its part of the page need not be fetched. */
export const useWasOpen = (open: Readonly<Ref<boolean>>) => computed<boolean>((was) => was || open.value);
