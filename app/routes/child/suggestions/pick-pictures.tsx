import { type Picture, pictures, type Topic, topics } from '#app/domain/children/suggestions/model.ts';
import { childKitWords } from '#app/i18n/child-kit.ts';
import type { ChildSuggestionsWords } from '#app/i18n/child-suggestions.ts';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { Ways } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { ForGrownUps, Say } from '#app/ui/child/say.tsx';
import { pictureDrawings, topicDrawings } from './drawings.ts';

const aScreen = 3;
const order: readonly Topic[] = ['play', 'way-to-school', 'downstairs', 'green', 'lamps', 'learning', 'grown-ups', 'other'];
const feelings: readonly Picture[] = ['nice', 'wish', 'broken', 'scary', 'dark', 'dirty', 'more'];

/** 点到哪一步: what the youngest have tapped so far; it stands in the address, so that going back works without a script. */
export type Picked = { topic: Topic | null; picture: Picture | 'none' | null; screen: number };

export function readPicked(url: URL): Picked {
  const asked = (name: string) => url.searchParams.get(name);
  const picture = asked('picture');
  const screen = Number(asked('screen'));
  return {
    topic: topics.find((topic) => topic === asked('topic')) ?? null,
    picture: picture === 'none' ? picture : (pictures.find((one) => one === picture) ?? null),
    screen: Number.isInteger(screen) && screen > 0 ? screen : 0,
  };
}

/** 点图说: three pictures a screen, first where it is, then how it is there. */
export function PickPictures({ picked: { topic, screen }, words }: { picked: Picked; words: ChildSuggestionsWords }) {
  const kit = useChildWords(childKitWords);
  const { byPictures: by, say } = words;
  const all = topic
    ? feelings.map((one) => ({ href: `?topic=${topic}&picture=${one}`, label: words.pictures[one], drawing: pictureDrawings[one] }))
    : order.map((one) => ({ href: `?topic=${one}`, label: words.topics[one]!, drawing: topicDrawings[one] }));
  const last = Math.ceil(all.length / aScreen) - 1;
  const at = Math.min(screen, last);
  const asked = topic ? by.feel : say.where;
  const next = new URLSearchParams({ ...(topic ? { topic } : {}), screen: String(at === last ? 0 : at + 1) });
  return (
    <ChildPage title={asked} about="say">
      {topic ? <p className="picked"><ChildDrawing name={topicDrawings[topic]} size={64} /><Say>{words.topics[topic]!}</Say></p> : null}
      <ChildCard>
        <Ways label={asked} ways={all.slice(at * aScreen, (at + 1) * aScreen)} />
        <div className="row">
          <a className="btn quiet" href={`?${next}`}><Say>{by.more}</Say></a>
          {topic ? <a className="btn quiet" href={`?topic=${topic}&picture=none`}><Say>{by.skip}</Say></a> : null}
        </div>
        <ForGrownUps word={kit.grownUp}>{words.adult.pick}</ForGrownUps>
      </ChildCard>
      <p className="after"><a href={topic ? '/child/say' : '/child'}><Say>{by.back}</Say></a></p>
    </ChildPage>
  );
}

/** 已经点了的图: shown once more above the form, and sent with it. */
export function PickedPictures({ topic, picture, words }: { topic: Topic; picture: Picked['picture']; words: ChildSuggestionsWords }) {
  const felt = picture === 'none' ? null : picture;
  return (
    <ChildCard title={words.byPictures.chosen}>
      <div className="picked many">
        <span><ChildDrawing name={topicDrawings[topic]} size={96} /><Say>{words.topics[topic]!}</Say></span>
        {felt ? <span><ChildDrawing name={pictureDrawings[felt]} size={96} /><Say>{words.pictures[felt]}</Say></span> : null}
      </div>
      <input type="hidden" name="topic" value={topic} />
      {felt ? <input type="hidden" name="pictures[]" value={felt} /> : null}
      <p className="after"><a href={`?topic=${topic}`}><Say>{words.byPictures.back}</Say></a></p>
    </ChildCard>
  );
}
