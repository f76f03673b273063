import type { PageAnswer } from '#app/domain/public/search/rebuild.ts';
import { questionsWords } from './questions.ts';

const { 'zh-CN': zh, en } = questionsWords;

/** 申报问答 in both languages, as the search takes them in. */
export const pageAnswers: readonly PageAnswer[] = zh.list.map(({ id, question, answer }) => {
  const other = en.list.find((each) => each.id === id);
  return { id, zh: { question, answer: answer.join(' ') }, en: { question: other?.question ?? '', answer: other?.answer.join(' ') ?? '' } };
});
