import en from './en/child-survey.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-survey.ts';

export const childSurveyWords = pair(zh, en);
