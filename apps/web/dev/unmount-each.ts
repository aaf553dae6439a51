import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils';
import { afterEach } from 'vitest';

// The files of a worker share their modules: what one has mounted must not see what the next one does.
disableAutoUnmount();
enableAutoUnmount(afterEach);
