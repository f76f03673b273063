import { SaxesParser } from 'saxes';
import { Refusal } from '#app/platform/refusal.ts';

/** 元素: one element of an XML part, with its children and texts in order. */
export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

const deepest = 200;

/** 读 XML: as a tree. A document type is refused, so nothing is expanded and nothing is fetched. */
export function readXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ fragment: false });
  const refuse = () => {
    throw new Refusal('document-damaged', 400);
  };
  parser.on('doctype', () => {
    throw new Refusal('document-active', 422);
  });
  parser.on('error', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)!.children.push(element);
    if (open.push(element) > deepest) throw new Refusal('document-too-heavy', 422);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (piece) => open.at(-1)!.children.push(piece));
  parser.write(text).close();
  return root;
}

/** 写 XML: text as it may stand in an element or an attribute; signs XML has no place for go. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
