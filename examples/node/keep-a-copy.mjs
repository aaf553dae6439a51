// Keeps a copy of all students in a file: the whole at first, then only those of whom something changed.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { ApiError, createClient, iterate, unwrap } from '@bantubayar/client';

const { BANTUBAYAR_URL: baseUrl = 'http://localhost:3000', BANTUBAYAR_TOKEN: token = '' } = process.env;
const [file = 'siswa.json'] = process.argv.slice(2);
const api = createClient({ baseUrl, token });

/** Students and the place in the feed up to which they are right, written at once. */
async function keep(copy) {
  await writeFile(`${file}.new`, JSON.stringify(copy));
  await rename(`${file}.new`, file);
}

async function kept() {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : JSON.parse(text);
}

/** The cursor first: what changes while the students are read comes again, and is taken over once more. */
async function whole() {
  const { cursor } = await unwrap(api.GET('/admin/perubahan', { params: { query: { since: 'now' } } }));
  const response = await fetch(`${baseUrl}/admin/siswa.ndjson?left=true`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const lines = (await response.text()).split('\n').filter(Boolean);
  const all = lines.map((line) => JSON.parse(line));
  return { cursor, siswa: Object.fromEntries(all.map((siswa) => [siswa.idperson, siswa])) };
}

let copy = (await kept()) ?? (await whole());
await keep(copy);
try {
  for await (const { items, cursor } of iterate(api, { since: copy.cursor })) {
    for (const idperson of new Set(items.map((change) => change.idperson))) {
      copy.siswa[idperson] = await unwrap(
        api.GET('/admin/siswa/{idperson}', { params: { path: { idperson } } }),
      );
    }
    copy.cursor = cursor;
    await keep(copy);
    console.log(`${items.length} changes`);
  }
} catch (error) {
  // The changes behind our place are gone: begin again.
  if (!(error instanceof ApiError) || error.code !== 'cursor_expired') throw error;
  copy = await whole();
  await keep(copy);
}
console.log(`${Object.keys(copy.siswa).length} students`);
