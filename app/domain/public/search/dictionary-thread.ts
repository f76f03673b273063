import { parentPort } from 'node:worker_threads';
import { type Entry, lexemesOf, questionOf } from './words.ts';

export type DictionaryQuestion = { task: 'question'; typed: string } | { task: 'lexemes'; entry: Entry };
export type DictionaryAnswer = { id: number; found: unknown } | { id: number; failure: string };

const answerTo = (question: DictionaryQuestion) => (question.task === 'question' ? questionOf(question.typed) : lexemesOf(question.entry));

parentPort!.on('message', async ({ id, question }: { id: number; question: DictionaryQuestion }) => {
  const answer: DictionaryAnswer = await Promise.resolve(answerTo(question)).then(
    (found) => ({ id, found }),
    (error: Error) => ({ id, failure: error.message }),
  );
  parentPort!.postMessage(answer, []);
});
