import en from './en/suggestions.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/suggestions.ts';

export type SuggestionsWords = typeof zh;
export const suggestionsWords = pair<SuggestionsWords>(zh, en);
