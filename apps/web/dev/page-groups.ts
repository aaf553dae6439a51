import { fileURLToPath } from 'node:url';

const of = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The pages that a school waits for most, from the outermost in: each loads the files of those before it. */
const RINGS = {
  base: ['index.html', 'src/main.ts', 'src/features/auth/login.page.vue'].map(of),
  kit: ['src/shell/app-shell.vue', 'src/features/sync-pembayaran/sync/sync.page.vue'].map(of),
};

interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/**
 * The file of a module that several pages share. What the login page needs is one, what the shell and the sync page need besides
 * another, what other pages have in common a third: a page is a few files that compress well, and loads little that it does not need.
 */
export function pageGroups(): (id: string, modules: Modules) => string {
  const names = new Map<string, string>();
  return (id, modules) => {
    if (names.size === 0) {
      for (const [name, pages] of Object.entries(RINGS))
        for (const page of pages) {
          if (modules.getModuleInfo(page) === null) throw new Error(`${page} is no page any more`);
          note(page, name, modules);
        }
    }
    return names.get(id) ?? 'more';
  };

  function note(id: string, name: string, modules: Modules): void {
    if (names.has(id)) return;
    names.set(id, name);
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) note(imported, name, modules);
  }
}
