/** A name in at most two lines that are no wider than `room`; what is left out of it is shown by an ellipsis. */
export function labelLines(text: string, room: number, widthOf: (text: string) => number): string[] {
  const fits = (part: string) => widthOf(part) <= room;
  if (fits(text)) return [text];
  const words = text.split(' ');
  let taken = words.length - 1;
  while (taken > 0 && !fits(words.slice(0, taken).join(' '))) taken -= 1;
  if (taken === 0) return [shortened(text, fits)];
  const rest = words.slice(taken).join(' ');
  return [words.slice(0, taken).join(' '), fits(rest) ? rest : shortened(rest, fits)];
}

function shortened(text: string, fits: (text: string) => boolean): string {
  let end = text.length - 1;
  while (end > 1 && !fits(`${text.slice(0, end).trimEnd()}…`)) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
