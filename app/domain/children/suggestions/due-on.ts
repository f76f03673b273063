import { sql } from 'drizzle-orm';
import { suggestionMatters } from './tables.server.ts';

/** 下一个期限 as part of a question: the same as `nextDue` of the model says of one matter. */
export const dueOnOf = sql<string | null>`case ${suggestionMatters.state} when 'received' then ${suggestionMatters.seenDueOn} when 'seen' then ${suggestionMatters.answerDueOn}
  when 'adopted' then ${suggestionMatters.taskDueOn} when 'under-way' then ${suggestionMatters.taskDueOn} end`;
