import en from './en/child-suggestions.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-suggestions.ts';

export type ChildSuggestionsWords = typeof zh;
export const childSuggestionsWords = pair<ChildSuggestionsWords>(zh, en);
