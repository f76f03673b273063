import en from './en/survey-results.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/survey-results.ts';

export const surveyResultsWords = pair(zh, en);
