import en from './en/panels.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/panels.ts';

export const panelWords = pair(zh, en);
