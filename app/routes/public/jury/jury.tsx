import { redirect } from 'react-router';
import { DeclareInput, MarkInput } from '#app/domain/children/solicitations/input.ts';
import { declareConflicts, jurorOf, markWork, worksToJudge } from '#app/domain/children/solicitations/jury.ts';
import { marks, phaseOn } from '#app/domain/children/solicitations/model.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { solicitationsWords } from '#app/i18n/solicitations.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';
import { PageTitle } from '../page-title.tsx';
import type { Route } from './+types/jury.ts';

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' });

export function loader({ params, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    const { juror, solicitation } = await jurorOf(ctx, params.token);
    const phase = phaseOn(solicitation, beijingDay(ctx.now));
    const isTime = phase === 'choosing' || phase === 'judging';
    return { name: juror.name, isDeclared: juror.declaredAt !== null, title: solicitation.title, rules: solicitation.rules, isTime, works: isTime ? await worksToJudge(ctx, juror) : [] };
  });
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await request.clone().formData().catch(() => new FormData());
  if (form.get('deed') === 'declare') {
    return answer(ctx, request, DeclareInput, async ({ conflicts }) => {
      await declareConflicts(ctx, params.token, conflicts);
      return redirect(`/jury/${encodeURIComponent(params.token)}`);
    });
  }
  return answer(ctx, request, MarkInput, async (input) => {
    await markWork(ctx, params.token, input);
    return redirect(`/jury/${encodeURIComponent(params.token)}#w-${input.workId}`);
  });
}

/** 评委的一页: first whose works one knows, then a mark for each of the others. */
export default function Jury({ loaderData: { name, isDeclared, title, rules, isTime, works }, actionData }: Route.ComponentProps) {
  const { judge: words, works: of, form } = useWords(solicitationsWords);
  const locale = useLocale();
  const left = works.filter((work) => !work.isConflict && work.mark === null).length;
  return (
    <div className="wrap body">
      <PageTitle title={words.title(title)} />
      <PageHead title={words.title(title)} lead={words.hello(name)} />
      {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
      <details className="box"><summary>{form.rules}</summary><p className="asTyped">{rules}</p></details>
      {!isTime ? <Callout kind="info">{words.notNow}</Callout> : isDeclared ? (
        <>
          <h2>{words.markTitle}</h2>
          <p className="note">{words.markLead} {left > 0 ? words.left(left) : words.allDone}</p>
          <ul className="gallery">{works.map((work) => <li key={work.id} id={`w-${work.id}`}><ToMark work={work} problem={actionData?.given?.workId === work.id ? actionData?.fields : undefined} /></li>)}</ul>
        </>
      ) : (
        <form method="post">
          <h2>{words.declareTitle}</h2>
          <p className="note">{words.declareLead}</p>
          <ul className="gallery">
            {works.map((work) => (
              <li key={work.id} className="card work">
                <Seen work={work} />
                <label className="choice"><input type="checkbox" name="conflicts[]" value={work.id} /> <span>{of.number(work.number)} {work.title}</span></label>
              </li>
            ))}
          </ul>
          <p className="row"><Button name="deed" value="declare">{words.declare}</Button> <span className="small muted">{words.declareNone}</span></p>
        </form>
      )}
    </div>
  );
}

type Work = Route.ComponentProps['loaderData']['works'][number];

function Seen({ work }: { work: Work }) {
  const words = useWords(solicitationsWords);
  return (
    <>
      {work.fileId ? <img src={`/exhibitions/works/${work.id}/${work.fileId}`} alt={words.public.alt(work.title)} loading="lazy" width={320} height={240} /> : null}
      {work.text ? <p className="asTyped">{work.text}</p> : null}
    </>
  );
}

function ToMark({ work, problem }: { work: Work; problem: Record<string, string[]> | undefined }) {
  const { judge: words, works: of } = useWords(solicitationsWords);
  const { form } = useWords(applyWords);
  return (
    <div className="card work">
      <h3>{of.number(work.number)} {work.title}</h3>
      <Seen work={work} />
      {work.isConflict ? <p className="note">{words.conflict}</p> : (
        <form method="post" noValidate>
          <input type="hidden" name="workId" value={work.id} />
          <ChoiceField id={`mark-${work.number}`} name="mark" label={words.mark} words={form} required choices={marks.map((mark) => ({ value: String(mark), label: String(mark) }))} defaultValue={work.mark === null ? [] : String(work.mark)} error={problem?.mark?.[0]} />
          <TextField id={`note-${work.number}`} name="note" label={words.note} words={form} defaultValue={work.note ?? ''} input={{ maxLength: 200, autoComplete: 'off' }} error={problem?.note?.[0]} />
          <Button kind={work.mark === null ? 'primary' : 'quiet'} small>{words.save}</Button>
        </form>
      )}
    </div>
  );
}
