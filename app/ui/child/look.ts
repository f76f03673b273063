import { createContext, useContext } from 'react';
import { type Pair, useWords } from '#app/i18n/pair.ts';
import type { Layer } from '#app/platform/ctx.ts';

/** 孩子看到的样子: the age layer, and whether pinyin stands above the characters. */
export type Look = { layer: Layer; hasPinyin: boolean };

export const LookContext = createContext<Look>({ layer: 'primary', hasPinyin: false });

export const useLook = () => useContext(LookContext);

/** 一室的儿童用语 for the layer of the page: those of 13–18 have words of their own where the room gives them under `teen`. */
export function useChildWords<W extends { teen?: object }>(words: Pair<W>): W {
  const own = useWords(words);
  return useLook().layer === 'teen' ? { ...own, ...own.teen } : own;
}
