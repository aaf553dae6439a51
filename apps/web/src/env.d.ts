/// <reference types="vite/client" />
import 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** Open without signing in. */
    public?: boolean;
  }
}

declare global {
  /** The product's, as its package.json has it. */
  const __VERSION__: string;
}
