/** Where a list goes on, as the `Link` header (RFC 8288) says; absolute addresses. */
export interface Links {
  /** What is older. */
  next?: string;
  /** What is newer, now or later. */
  prev?: string;
}

/** @param base the address of the request, to which the links are relative */
export function parseLinks(header: string | null, base: string): Links {
  const links: Links = {};
  for (const [, target, rel] of (header ?? '').matchAll(/<([^>]*)>\s*;\s*rel="?(next|prev)"?/g)) {
    links[rel as keyof Links] = new URL(target!, base).href;
  }
  return links;
}
