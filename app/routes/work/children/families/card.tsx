import { data } from 'react-router';
import { z } from 'zod';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { childOnPaper, makeCardOnPaper } from '#app/domain/children/identity/card-on-paper.ts';
import { numberOf } from '#app/domain/children/identity/families-at-work.ts';
import { ChildSlipInput, PicturesInput } from '#app/domain/children/identity/input.ts';
import { issueSlip } from '#app/domain/children/identity/issue-slip.ts';
import { drawings, pictureCount, relations } from '#app/domain/children/identity/model.ts';
import { childMeWords } from '#app/i18n/child-me.ts';
import { familiesWords } from '#app/i18n/families.ts';
import { familyWords } from '#app/i18n/family.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Trouble } from '#app/routes/account/form-parts.tsx';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { originOf } from '#app/routes/feeds/origin.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField, TickField } from '#app/ui/light/choice-field.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';
import { ChildrenHead } from '../children-head.tsx';
import type { Route } from './+types/card.ts';

const Deed = z.discriminatedUnion('deed', [PicturesInput.extend({ deed: z.literal('card') }), ChildSlipInput.extend({ deed: z.literal('slip') })]);
type Made = { made: 'card' | 'slip'; code: string };

export const headers = () => ({ 'Cache-Control': 'no-store' });

export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(async () => {
    const place = await workPlace(ctx, params.code);
    const { hasCard, hasGuardian } = await childOnPaper(ctx, place.code, params.childId);
    return { place, number: numberOf(params.childId), hasCard, hasGuardian, origin: originOf(request), isEntered: new URL(request.url).searchParams.get('news') === 'done' };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return answer(ctx, request, Deed, async (input) => {
    const code = input.deed === 'card' ? await makeCardOnPaper(ctx, params.code, params.childId, input.pictures) : (await issueSlip(ctx, params.code, input.name, { childId: params.childId, relation: input.relation })).code;
    return data<Made>({ made: input.deed, code }, { headers: { 'Cache-Control': 'no-store' } });
  });
}

/** 纸上登记的孩子的登录卡: shown only as the answer to making it; and the slip that makes the guardian's account. */
export default function CardAtWorkPage({ loaderData: { place, number, hasCard, hasGuardian, origin, isEntered }, actionData }: Route.ComponentProps) {
  const { card: words, paper, slips, field } = useWords(familiesWords);
  const { relations: named } = useWords(familyWords);
  const { drawings: pictureNames } = useWords(childMeWords);
  const made = actionData && 'made' in actionData ? (actionData as Made) : undefined;
  const problem = made ? undefined : (actionData as Problem | undefined);
  const isSlip = problem?.given?.deed === 'slip';
  return (
    <>
      <PageTitle title={words.title(number)} />
      <ChildrenHead place={place} here="families" title={words.title(number)} lead={words.lead} />
      <div className="wrap body stacked families">
        {isEntered && !made ? <Callout kind="ok">{paper.done}</Callout> : null}
        <Trouble problem={problem} names={{ pictures: words.picture(1), name: slips.name, relation: words.relation, isChecked: slips.checked }} />
        {made?.made === 'card' ? (
          <>
            <Callout kind="ok">{words.made}</Callout>
            <section className="card entrycard">
              <p className="no-print">{words.printed}</p>
              <h2>{words.code}</h2>
              <p className="codewords">{made.code}</p>
              <p>{words.drawings}</p>
              <p className="small muted">{origin}/child</p>
            </section>
          </>
        ) : null}
        {made?.made === 'slip' ? <Callout kind="ok">{words.slipMade} <code className="codewords">{made.code}</code> {slips.how(`${origin}/family/join`)}</Callout> : null}
        {hasGuardian ? <Callout kind="info">{words.guardian}</Callout> : (
          <>
            <form method="post" className="card no-print">
              <h2>{hasCard ? words.again : words.make}</h2>
              {hasCard && !made ? <p className="small">{words.has}</p> : null}
              <input type="hidden" name="deed" value="card" />
              {Array.from({ length: pictureCount }, (_, at) => (
                <SelectField
                  key={at} id={at ? `pictures-${at + 1}` : 'pictures'} name="pictures[]" label={words.picture(at + 1)} words={field} required blank={words.choose}
                  choices={drawings.map((value) => ({ value, label: pictureNames[value] }))} input={{ required: true }}
                />
              ))}
              <Button kind={hasCard ? 'quiet' : 'primary'}>{words.make}</Button>
            </form>
            <form method="post" className="card no-print">
              <h2>{words.slip}</h2>
              <p className="small">{words.slipLead}</p>
              <input type="hidden" name="deed" value="slip" />
              <TextField id="name" label={slips.name} words={field} required error={isSlip ? problem?.fields?.name?.join(' ') : undefined} defaultValue={isSlip ? String(problem?.given?.name ?? '') : ''} input={{ maxLength: 40, autoComplete: 'off' }} />
              <SelectField id="relation" label={words.relation} words={field} required blank={words.choose} choices={relations.map((value) => ({ value, label: named[value] }))} />
              <TickField id="isChecked" label={slips.checked} words={field} error={isSlip ? problem?.fields?.isChecked?.join(' ') : undefined} />
              <Button kind="quiet">{slips.issue}</Button>
            </form>
          </>
        )}
      </div>
    </>
  );
}
