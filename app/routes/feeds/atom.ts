/** 订阅条目. */
export type Item = { id: string; title: string; text: string; url: string; at: Date };
export type Feed = { path: string; title: string; subtitle: string; locale: string; author: string; items: readonly Item[] };

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** 文字 as XML has it; signs that XML has no place for go. */
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (mark) => marks[mark]!).replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');

/** 订阅源 (RFC 4287). */
export function atom(feed: Feed, origin: string): string {
  const self = `${origin}${feed.path}`;
  const newest = feed.items.reduce((latest, item) => (item.at > latest ? item.at : latest), new Date(0));
  const entries = feed.items.map(
    (item) =>
      `<entry><id>urn:uuid:${item.id}</id><title>${escaped(item.title)}</title><updated>${item.at.toISOString()}</updated>` +
      `<link rel="alternate" type="text/html" href="${escaped(origin + item.url)}"/><summary>${escaped(item.text)}</summary></entry>`,
  );
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.locale}"><id>${escaped(self)}</id><title>${escaped(feed.title)}</title>` +
    `<subtitle>${escaped(feed.subtitle)}</subtitle><updated>${newest.toISOString()}</updated><author><name>${escaped(feed.author)}</name></author>` +
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>\n${entries.join('\n')}\n</feed>\n`
  );
}

export function atomAnswer(text: string): Response {
  return new Response(text, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8', 'Cache-Control': 'public, max-age=300', Vary: 'Accept-Language, Cookie' } });
}
