import type { NoticeContent, NoticePart, NoticeText } from './notice.ts';
import { purposes } from './model.ts';

/** 正文的写法: a part is a heading and its lines; a blank line between two parts. */
export function partsOf(text: string): NoticePart[] {
  return text.replaceAll('\r\n', '\n').split(/\n\s*\n/).map((block) => block.split('\n').map((line) => line.trim()).filter(Boolean)).filter((lines) => lines.length > 0).map(([heading = '', ...lines]) => ({ heading, lines }));
}

export const textOf = (parts: readonly NoticePart[]) => parts.map(({ heading, lines }) => [heading, ...lines].join('\n')).join('\n\n');

/** 一句一行. */
export const linesOf = (text: string) => text.replaceAll('\r\n', '\n').split('\n').map((line) => line.trim()).filter(Boolean);

/** 一处不同: where, what stood there, what stands there now; '' is nothing. */
export type NoticeChange = { locale: 'zh-CN' | 'en'; where: string; before: string; after: string };

/** 与现行版逐处比较: by the heading of a part, the line of the child text, the purpose. */
export function changesOf(before: NoticeContent, after: NoticeContent): NoticeChange[] {
  return (['zh-CN', 'en'] as const).flatMap((locale) => {
    const [old, now] = [piecesOf(before[locale]), piecesOf(after[locale])];
    const places = [...new Set([...old.keys(), ...now.keys()])];
    return places.map((where) => ({ locale, where, before: old.get(where) ?? '', after: now.get(where) ?? '' })).filter((one) => one.before !== one.after);
  });
}

function piecesOf({ adult, child, purposes: told, contact }: NoticeText): Map<string, string> {
  return new Map([
    ...adult.map(({ heading, lines }): [string, string] => [heading, lines.join('\n')]),
    ['child', child.join('\n')],
    ...purposes.map((purpose): [string, string] => [`purpose:${purpose}`, (['name', 'why', 'child', 'refusing'] as const).map((part) => told[purpose]?.[part] ?? '').join('\n')]),
    ['contact', contact],
  ]);
}
