import { QueryClient } from '@tanstack/vue-query';
import { isApiError } from './api-error';

const RETRYABLE = new Set(['network', 'service_unavailable', 'internal_error']);

export const queryClient = new QueryClient({
  defaultOptions: {
    // The server may be this machine: what the browser thinks of its network says nothing about it.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && isApiError(error) && RETRYABLE.has(error.code),
      retryDelay: (attempt) => 500 * 2 ** attempt,
    },
  },
});
