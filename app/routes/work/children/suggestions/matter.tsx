import { redirect } from 'react-router';
import { z } from 'zod';
import { may } from '#app/domain/base/accounts/access.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { readingProblems } from '#app/domain/children/child-versions/reading-level.ts';
import { answerMatter } from '#app/domain/children/suggestions/answer-matter.ts';
import { finishWork } from '#app/domain/children/suggestions/finish-work.ts';
import { AnswerInput, DoneInput, MergeInput, SeenInput, StartInput } from '#app/domain/children/suggestions/input.ts';
import { mergeMatters } from '#app/domain/children/suggestions/merge-matters.ts';
import { calledBy } from '#app/domain/children/suggestions/model.ts';
import { getMatter, similarMatters } from '#app/domain/children/suggestions/read-matter.ts';
import { seeMatter } from '#app/domain/children/suggestions/see-matter.ts';
import { startWork } from '#app/domain/children/suggestions/start-work.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { suggestionsWords } from '#app/i18n/suggestions.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { uploadsOf } from '#app/routes/child/suggestions/uploads-of.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { Deeds } from './deeds.tsx';
import { FourSquares } from './four-squares.tsx';
import { Similar } from './similar.tsx';
import { Said } from './said.tsx';
import { Steps } from './steps.tsx';
import type { Route } from './+types/matter.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const read = await getMatter(ctx, place.code, params.id);
    const similar = await similarMatters(ctx, read.matter, read.said.map(({ text }) => text).join(' ').trim());
    return { place, ...read, similar, mayHandle: may(ctx.actor, 'suggestion.handle', { regionCode: place.code }), called: calledBy(ctx.actor.name) };
  });
}

const sure = z.string().max(3).default('');
const Deed = z.discriminatedUnion('deed', [
  SeenInput.extend({ deed: z.literal('see') }), AnswerInput.safeExtend({ deed: z.literal('answer'), sure }), StartInput.extend({ deed: z.literal('start'), sure }),
  DoneInput.extend({ deed: z.literal('finish'), sure }), MergeInput.extend({ deed: z.literal('merge') }),
]);

/** 太难的句子 of what is going to be told to children. */
function hardOf(text: string): { sentence: string; why: string[] }[] {
  return text.split(/(?<=[。！？!?\n])/u).map((sentence) => sentence.trim()).filter(Boolean)
    .map((sentence) => ({ sentence, why: [...new Set(readingProblems(sentence, 'primary').map(({ kind }) => kind))] }))
    .filter(({ why }) => why.length > 0);
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input, given, form) => {
    if ('sure' in input && !input.sure) {
      const hard = hardOf(input.text);
      if (hard.length > 0) return { given, hard };
    }
    const to = await carryOut(ctx, params, input, form);
    return redirect(`/work/${params.code}/children/suggestions/${to}`);
  });
}

async function carryOut(ctx: Ctx, { code, id }: { code: string; id: string }, input: z.output<typeof Deed>, form: FormData): Promise<string> {
  if (input.deed === 'see') await seeMatter(ctx, code, id, input.called);
  else if (input.deed === 'answer') await answerMatter(ctx, code, id, input);
  else if (input.deed === 'start') await startWork(ctx, code, id, input);
  else if (input.deed === 'finish') await finishWork(ctx, code, id, input, await uploadsOf(form));
  else {
    await mergeMatters(ctx, code, id, input.into);
    return input.into;
  }
  return id;
}

export type Loaded = Route.ComponentProps['loaderData'];
export type Back = Problem & { hard?: { sentence: string; why: string[] }[] };

const longestHeading = 30;
/** 孩子的话作标题: its first line, not longer than a heading may be. */
function shortened(text: string): string {
  const [line = ''] = text.trim().split('\n');
  const signs = [...line];
  return signs.length > longestHeading ? `${signs.slice(0, longestHeading).join('')}…` : line;
}

/** 一件建议: what the child said, what to do next, what happened; one page, one column on a phone. */
export default function MatterPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(suggestionsWords);
  const locale = useLocale();
  const { place, matter } = loaderData;
  const back = actionData as Back | undefined;
  const about = `${words.topics[matter.topic]} · ${shortDay(beijingDay(new Date(matter.receivedAt)), locale)}`;
  const firstWords = loaderData.said.find(({ text }) => text !== '')?.text;
  const title = firstWords ? shortened(firstWords) : about;
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <ChildrenHead place={place} here="suggestions" title={title} tags={<>{firstWords ? <span>{about}</span> : null}<span>{words.states[matter.state]}</span><span>{matter.dueOn ? words.matter.due(shortDay(matter.dueOn, locale)) : words.matter.noDue}</span></>} />
      <Section title={words.matter.said} tight>
        {back?.refusal ? <Callout kind="bad">{refusalSentence(back.refusal, locale)}</Callout> : null}
        {matter.isLate ? <Callout kind="bad">{`${words.lateTag}${matter.level ? ` · ${words.levels[matter.level]}` : ''}`}</Callout> : null}
        {matter.state === 'merged' && matter.mergedInto ? <Callout kind="info">{words.matter.mergedInto} <a href={`/work/${place.code}/children/suggestions/${matter.mergedInto}`}>{words.matter.open}</a></Callout> : null}
        <Said {...loaderData} />
      </Section>
      <Deeds {...loaderData} back={back} />
      <Similar {...loaderData} />
      <Section title={words.matter.steps}>
        <Steps {...loaderData} />
      </Section>
      <FourSquares lundy={loaderData.lundy} />
    </>
  );
}
