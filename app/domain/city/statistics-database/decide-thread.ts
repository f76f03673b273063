import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { decideTold, type ToldYears } from './told-year.ts';

export type DecisionQuestion = { id: number; years: ToldYears };
export type DecisionAnswer = { id: number; all: string[]; groups: string[] } | { id: number; failure: string };

const behindEverybody = 10;
setPriority(behindEverybody); // of this thread alone, so that people's requests come first

const answerTo = ({ id, years }: DecisionQuestion): DecisionAnswer => {
  try {
    const { all, groups } = decideTold(years);
    return { id, all: [...all], groups: [...groups] };
  } catch (error) {
    return { id, failure: String(error) };
  }
};

parentPort!.on('message', (question: DecisionQuestion) => parentPort!.postMessage(answerTo(question), []));
