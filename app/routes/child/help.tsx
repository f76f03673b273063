import { childHelpWords } from '#app/i18n/child-help.ts';
import { helpFor } from '#app/domain/children/help/read.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import { useChildWords, useLook } from '#app/ui/child/look.ts';
import { ForGrownUps, Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/help.ts';

export async function loader({ context }: Route.LoaderArgs) {
  return helpFor(context.get(ctxKey));
}

/** 我要帮忙: who helps, what each number is for, and what to say. */
export default function ChildHelp({ loaderData: { lines, adult } }: Route.ComponentProps) {
  const words = useChildWords(childHelpWords);
  const isYoung = useLook().layer === 'with-grown-up';
  return (
    <ChildPage title={words.title} lead={words.lead}>
      <ChildCard number={1} title={words.tell.title}>
        <p><Say>{adult || words.tell.who}</Say></p>
        <p><Say>{words.tell.again}</Say></p>
        {isYoung ? <ForGrownUps word={words.adult.word}>{words.adult.listen}</ForGrownUps> : null}
      </ChildCard>
      <ChildCard number={2} title={words.call.title}>
        <ul className="calls">
          {lines.map(({ number, what }) => (
            <li key={number}>
              <a href={`tel:${number}`}><ChildDrawing name="phone" size={48} /><b>{number}</b></a>
              <Say>{what}</Say>
            </li>
          ))}
        </ul>
        <p><Say>{words.call.free}</Say></p>
      </ChildCard>
      <ChildCard number={3} title={words.say.title}>
        <p><Say>{words.say.name}</Say></p>
        <p><Say>{words.say.where}</Say></p>
        <p><Say>{words.say.what}</Say></p>
      </ChildCard>
      <ChildCard title={words.fault.title}>
        <p><Say>{words.fault.text}</Say></p>
      </ChildCard>
    </ChildPage>
  );
}
