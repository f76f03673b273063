import { childHomeWords } from '#app/i18n/child-home.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { ChildPage, ChildCard } from '#app/ui/child/child-page.tsx';
import { Ways } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/home.ts';

export function loader({ context }: Route.LoaderArgs) {
  return { isHere: context.get(ctxKey).child !== undefined };
}

/** 儿童首页: what can I do here. */
export default function ChildHome({ loaderData: { isHere } }: Route.ComponentProps) {
  const words = useChildWords(childHomeWords);
  return (
    <ChildPage title={words.title} lead={words.lead}>
      <ChildCard title={words.what}>
        <Ways
          label={words.what}
          ways={[
            { href: '/child/say', label: words.say, drawing: 'speech' },
            { href: '/child/know', label: words.know, drawing: 'book' },
            { href: '/child/council', label: words.council, drawing: 'people' },
            { href: '/child/survey', label: words.survey, drawing: 'vote' },
            { href: '/child/places', label: words.places, drawing: 'slide' },
            { href: '/child/help', label: words.help, drawing: 'phone' },
          ]}
        />
      </ChildCard>
      <ChildCard title={isHere ? words.hereTitle : words.enterTitle}>
        <p>
          <Say>{isHere ? words.hereText : words.enterText}</Say>
        </p>
        <p className="row">
          <a className="btn" href={isHere ? '/child/me' : '/child/enter'}>
            <Say>{isHere ? words.me : words.enter}</Say>
          </a>
        </p>
      </ChildCard>
    </ChildPage>
  );
}
