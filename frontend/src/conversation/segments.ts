/** A piece of a text: a link where it has an address. */
export interface Segment {
  text: string;
  href?: string;
}

const LINK = /\bhttps?:\/\/[^\s<>"]+/gi;
const AFTER_A_LINK = /[.,:;!?'*_~…»”’]+$/;
const BRACKETS = [
  { open: '(', close: ')' },
  { open: '[', close: ']' },
  { open: '{', close: '}' },
];

/** Splits a text into links (only `http` and `https`, so that no link is a script) and what is between them. */
export function segments(text: string): Segment[] {
  const found: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const link = withoutWhatFollows(match[0]);
    if (!URL.canParse(link)) continue;
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push({ text: link, href: new URL(link).href });
    end = match.index + link.length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}

// A sentence's end and a bracket around the link are not of the link; a bracket of its own is.
function withoutWhatFollows(match: string): string {
  let link = match.replace(AFTER_A_LINK, '');
  for (const { open, close } of BRACKETS) {
    while (link.endsWith(close) && count(link, close) > count(link, open)) {
      link = link.slice(0, -1).replace(AFTER_A_LINK, '');
    }
  }
  return link;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
