import { nextOfMine } from '#app/domain/children/councils/tell-sessions.ts';
import { childHomeWords } from '#app/i18n/child-home.ts';
import { childKitWords } from '#app/i18n/child-kit.ts';
import { ctxKey, layers } from '#app/platform/ctx.ts';
import { ChildPage, ChildCard } from '#app/ui/child/child-page.tsx';
import { Ways } from '#app/ui/child/choices.tsx';
import type { ChildDrawingName } from '#app/ui/child/drawings.ts';
import { useChildWords, useLook } from '#app/ui/child/look.ts';
import { ForGrownUps, Say } from '#app/ui/child/say.tsx';
import { MyNext } from './council/my-next.tsx';
import type { Route } from './+types/home.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return { isHere: ctx.child !== undefined, county: ctx.child?.regionCode.slice(0, 6) ?? null, next: await nextOfMine(ctx) };
}

type Way = { href: string; label: string; drawing: ChildDrawingName; forYoung?: boolean };

/** 能做的事: all of them; the youngest choose among three. */
const ways = (words: typeof childHomeWords['zh-CN']): Way[] => [
  { href: '/child/say', label: words.say, drawing: 'speech', forYoung: true },
  { href: '/child/said', label: words.said, drawing: 'steps' },
  { href: '/child/know', label: words.know, drawing: 'book', forYoung: true },
  { href: '/child/places', label: words.places, drawing: 'slide', forYoung: true },
  { href: '/child/council', label: words.council, drawing: 'people' },
  { href: '/child/works', label: words.works, drawing: 'picture' },
  { href: '/child/survey', label: words.survey, drawing: 'vote' },
  { href: '/child/help', label: words.help, drawing: 'phone' },
];

/** 儿童首页: what can I do here. */
export default function ChildHome({ loaderData: { isHere, county, next } }: Route.ComponentProps) {
  const words = useChildWords(childHomeWords);
  const kit = useChildWords(childKitWords);
  const isYoung = useLook().layer === 'with-grown-up';
  return (
    <ChildPage title={words.title} lead={words.lead}>
      {isHere ? null : <AgePick />}
      {next ? <MyNext next={next} /> : null}
      <ChildCard title={words.what}>
        <Ways
          label={words.what}
          ways={isYoung ? ways(words).filter(({ forYoung }) => forYoung) : ways(words)}
        />
        {isYoung ? <ForGrownUps word={kit.grownUp}>{words.adult.together}</ForGrownUps> : null}
      </ChildCard>
      <p className="after"><a href={county ? `/child/scorecard/${county}` : '/child/scorecard'}><Say>{words.scorecard}</Say></a></p>
      <ChildCard title={isHere ? words.hereTitle : words.enterTitle}>
        <p>
          <Say>{isHere ? words.hereText : words.enterText}</Say>
        </p>
        <p className="row">
          <a className={isHere ? 'btn quiet' : 'btn'} href={isHere ? '/child/me' : '/child/enter'}>
            <Say>{isHere ? words.me : words.enter}</Say>
          </a>
        </p>
      </ChildCard>
    </ChildPage>
  );
}

/** 我几岁: a visitor says it first, since everything else is made for an age. */
function AgePick() {
  const kit = useChildWords(childKitWords);
  const now = useLook().layer;
  return (
    <nav className="agepick" aria-label={kit.layerPick}>
      {layers.map((layer) => (
        <a key={layer} href={`/child/look?${new URLSearchParams({ layer, back: '/child' })}`} {...(layer === now ? { 'aria-current': 'true' as const } : {})}>
          <b>{kit.ages[layer]}</b>
          <Say>{kit.agesOf[layer]}</Say>
        </a>
      ))}
    </nav>
  );
}
