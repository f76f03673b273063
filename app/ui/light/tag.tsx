import type { ReactNode } from 'react';
import { useLocale } from '#app/i18n/pair.ts';

export type TagKind = 'must' | 'should' | 'may' | 'check' | 'ok' | 'bad' | 'info' | 'open' | 'plain';

/** 标签：应实底、宜浅底、可描边、待核对黄 a tag: shape and word first, colour third. */
export function Tag({ kind = 'plain', children }: { kind?: TagKind; children: ReactNode }) {
  return <span className={`tag ${kind}`}>{children}</span>;
}

/** ◇：示例数字的记号 marks an invented figure in the demonstration. */
export function DemoMark({ word }: { word: string }) {
  return (
    <span className="dia">
      <span aria-hidden="true">◇</span>
      <span className="vh">{useLocale() === 'en' ? ` (${word})` : `（${word}）`}</span>
    </span>
  );
}
