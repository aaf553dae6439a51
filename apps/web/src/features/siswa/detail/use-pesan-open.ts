import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** The message to the parents is open where the address says so, perhaps with the number that it is for: Back closes it. */
export function usePesanOpen() {
  const route = useRoute();
  const router = useRouter();

  const number = computed(() => (typeof route.query.pesan === 'string' ? route.query.pesan : null));
  const open = computed({
    get: () => number.value !== null,
    set: (on: boolean) => void (on ? router.push({ query: { pesan: '' } }) : router.replace({ query: {} })),
  });

  return { open, number };
}
