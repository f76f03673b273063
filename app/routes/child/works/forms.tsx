import { isWritten, type Kind } from '#app/domain/children/solicitations/model.ts';
import type { ShownWork } from '#app/domain/children/solicitations/read.ts';
import type { ChildWorksWords } from '#app/i18n/child-works.ts';
import type { Problem } from '#app/platform/http.ts';
import { ChildCard } from '#app/ui/child/child-page.tsx';
import { ChildBox, Trouble } from '#app/ui/child/choices.tsx';
import { Plate } from '#app/ui/child/path.tsx';
import { Say } from '#app/ui/child/say.tsx';

type It = { id: string; kind: Kind; plate: string; works: readonly ShownWork[]; chosen: readonly string[] };
type Props = { words: ChildWorksWords; it: It; problem: Problem | undefined };

/** 交作品: its name, words or a picture, a pen name if one likes. */
export function HandInForm({ words, it, problem }: Props) {
  const given = (name: string) => (typeof problem?.given?.[name] === 'string' ? (problem.given[name] as string) : '');
  const wrong = (name: string) => (problem?.fields?.[name]?.[0] ? { problem: problem.fields[name][0] } : {});
  return (
    <form method="post" encType="multipart/form-data">
      <input type="hidden" name="plate" value={given('plate') || it.plate} />
      <ChildCard number={1} title={words.hand}>
        <ChildBox id="title" label={words.workTitle} rows={1} maxLength={40} isRequired defaultValue={given('title')} {...wrong('title')} />
        {isWritten(it.kind) ? <ChildBox id="text" label={words.text} rows={6} maxLength={2000} defaultValue={given('text')} {...wrong('text')} /> : (
          <div className="write">
            <label htmlFor="picture"><Say>{words.picture}</Say></label>
            <p><Say>{words.pictureHint}</Say></p>
            <input className="in" id="picture" type="file" name="picture" accept="image/*" required />
          </div>
        )}
      </ChildCard>
      <ChildCard number={2} title={words.penName}>
        <ChildBox id="penName" label={words.penHint} rows={1} maxLength={12} defaultValue={given('penName')} {...wrong('penName')} />
      </ChildCard>
      <div className="row">
        <button className="btn" name="deed" value="hand-in"><Say>{words.give}</Say></button>
        <a className="btn quiet" href="/child/works"><Say>{words.notNow}</Say></a>
      </div>
    </form>
  );
}

/** 选喜欢的: every work of the same size, in no order of merit; nobody sees what others chose. */
export function ChooseForm({ words, it, problem }: Props) {
  if (it.works.length === 0) return <ChildCard title={words.chooseNone}>{null}</ChildCard>;
  return (
    <form method="post">
      <ChildCard title={words.choose}>
        <p><Say>{words.chooseLead}</Say></p>
        {problem?.fields?.works ? <Trouble text={words.chooseLead} /> : null}
        <div className="pick">
          {it.works.map((work) => (
            <label key={work.id}>
              <input type="checkbox" name="works[]" value={work.id} defaultChecked={it.chosen.includes(work.id)} />
              {work.picture ? <img src={`/exhibitions/works/${work.id}/${work.picture}?thumbnail`} alt="" width={160} height={120} loading="lazy" /> : <span className="asTyped">{work.text.slice(0, 80)}</span>}
              <Say>{work.title}</Say>
            </label>
          ))}
        </div>
      </ChildCard>
      <div className="row"><button className="btn" name="deed" value="choose"><Say>{words.chooseGo}</Say></button></div>
    </form>
  );
}

/** 收到了: the number, the plate, and what comes next. */
export function Thanks({ words, told, id }: { words: ChildWorksWords; told: { number?: number; plate?: string; isChosen?: boolean }; id: string }) {
  if (told.isChosen) return <ChildCard title={words.chosen}><p className="row"><a className="btn quiet" href="/child/works"><Say>{words.title}</Say></a></p></ChildCard>;
  return (
    <>
      <ChildCard title={words.thanks}>
        <p><Say>{words.number(told.number ?? 0)}</Say></p>
        <p><Say>{words.next}</Say></p>
      </ChildCard>
      <ChildCard title={words.plate}>
        <Plate code={told.plate ?? ''}><p><Say>{words.plateHint}</Say></p></Plate>
        <p className="row"><a className="btn quiet" href={`/child/works/${id}`}><Say>{words.again}</Say></a></p>
      </ChildCard>
    </>
  );
}
