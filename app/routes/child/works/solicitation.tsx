import { redirect } from 'react-router';
import { chooseWorks, ownChoice } from '#app/domain/children/solicitations/choose.ts';
import { ownWorks, publishedSolicitation } from '#app/domain/children/solicitations/for-child.ts';
import { handInWork } from '#app/domain/children/solicitations/hand-in.ts';
import { ChoiceInput, WorkInput } from '#app/domain/children/solicitations/input.ts';
import { shownWorks } from '#app/domain/children/solicitations/read.ts';
import { newPlate } from '#app/domain/children/suggestions/plate.ts';
import { childWorksWords } from '#app/i18n/child-works.ts';
import { childKitWords } from '#app/i18n/child-kit.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { pictureOf } from '#app/routes/work/children/solicitations/deeds.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { Trouble } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { ForGrownUps, Say } from '#app/ui/child/say.tsx';
import { ChooseForm, HandInForm, Thanks } from './forms.tsx';
import type { Route } from './+types/solicitation.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  if (!ctx.child) throw redirect(`/child/enter?to=${encodeURIComponent(`/child/works/${params.id}`)}`);
  return show(async () => {
    const it = await publishedSolicitation(ctx, params.id);
    const { id, kind, title, childRules, rules, licence, phase, decisionNote } = it;
    const mine = (await ownWorks(ctx, id)).map(({ id: workId, number, title: name, seen }) => ({ id: workId, number, title: name, seen }));
    return { id, kind, title, childRules, rules, licence, phase, decisionNote, mine, plate: newPlate(), works: phase === 'choosing' ? await shownWorks(ctx, it) : [], chosen: phase === 'choosing' ? await ownChoice(ctx, id) : [] };
  });
}

type Told = { number?: number; plate?: string; isChosen?: boolean };

export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await request.clone().formData().catch(() => new FormData());
  if (form.get('deed') === 'choose') {
    return answer(ctx, request, ChoiceInput, async ({ works }): Promise<Told> => {
      await chooseWorks(ctx, params.id, works);
      return { isChosen: true };
    });
  }
  return answer(ctx, request, WorkInput, async (input, _, sent): Promise<Told> => {
    const { number, plate } = await handInWork(ctx, params.id, input, await pictureOf(sent));
    return { number, plate };
  });
}

/** 一个征集 for a child: what it is about, and what can be done just now. */
export default function SolicitationForChild({ loaderData: it, actionData }: Route.ComponentProps) {
  const words = useChildWords(childWorksWords);
  const kit = useChildWords(childKitWords);
  const locale = useLocale();
  const told = actionData && ('number' in actionData || 'isChosen' in actionData) ? (actionData as Told) : undefined;
  const problem = actionData && !told ? (actionData as Problem) : undefined;
  return (
    <ChildPage title={it.title} about={`solicitation ${it.id}`} takeBack={{ href: '/child/works', label: words.takeBack }}>
      {told ? <Thanks words={words} told={told} id={it.id} /> : (
        <>
          <ChildCard title={words.what}>
            {it.childRules.split('\n').filter(Boolean).map((line) => <p key={line}><Say>{line}</Say></p>)}
            {it.phase === 'open' || it.phase === 'choosing' ? null : <p><Say>{it.phase === 'called-off' ? words.calledOff : words.phases[it.phase]}</Say></p>}
            {it.decisionNote ? <p><b><Say>{words.result}</Say></b> {it.decisionNote}</p> : null}
          </ChildCard>
          {problem?.refusal ? <Trouble text={refusalSentence(problem.refusal, locale)} /> : null}
          {it.phase === 'open' ? <HandInForm words={words} it={it} problem={problem} /> : null}
          {it.phase === 'choosing' ? <ChooseForm words={words} it={it} problem={problem} /> : null}
          <ForGrownUps word={kit.grownUp}>{words.adult.licence}</ForGrownUps>
          <details className="card"><summary>{words.adult.rules}</summary><p className="asTyped">{it.rules}</p><p className="asTyped">{words.adult.licenceText}：{it.licence}</p></details>
        </>
      )}
      {it.mine.length > 0 ? (
        <ChildCard title={words.mine}>
          <ul>{it.mine.map((work) => <li key={work.id}><a href={`/child/works/mine/${work.id}`}>{words.work(work.number)} {work.title}</a> <Say>{words.seen[work.seen]}</Say></li>)}</ul>
        </ChildCard>
      ) : null}
    </ChildPage>
  );
}
