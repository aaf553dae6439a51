/** What somebody is written: text only, of which the page that mail programs show is made. */
export interface Letter {
  subject: string;
  text: string;
}

const BETWEEN = '\n\n';

/** As it waits and is shown: the subject, an empty line, the text. */
export const bodyOf = ({ subject, text }: Letter): string => `${subject}${BETWEEN}${text}`;

export function letterOf(body: string): Letter {
  const at = body.indexOf(BETWEEN);
  return { subject: body.slice(0, at), text: body.slice(at + BETWEEN.length) };
}

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => ESCAPED[char]!);
const linked = (text: string) => escaped(text).replace(/https?:\/\/[^\s<]+/g, '<a href="$&">$&</a>');

/** The text as a page: paragraphs, lists of lines that begin with a dash, links. */
export function htmlOf({ text }: Letter): string {
  const blocks = text.trim().split(/\n{2,}/);
  return `<!doctype html><html><body style="font-family:sans-serif;font-size:15px;line-height:1.5">${blocks
    .map((block) => blockOf(block.split('\n')))
    .join('')}</body></html>`;
}

function blockOf(lines: string[]): string {
  const first = lines.findIndex((line) => line.startsWith('- '));
  if (first === -1) return `<p>${lines.map(linked).join('<br>')}</p>`;
  const items = lines.slice(first).map((line) => `<li>${linked(line.slice(2))}</li>`);
  const lead = first > 0 ? `<p>${lines.slice(0, first).map(linked).join('<br>')}</p>` : '';
  return `${lead}<ul>${items.join('')}</ul>`;
}
