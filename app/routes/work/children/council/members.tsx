import { isChecked } from '#app/domain/children/councils/model.ts';
import type { CouncilDesk } from '#app/domain/children/councils/read.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { DeedButton, DeedForm } from './deed-form.tsx';

/** 委员、成人支持者和上下级: who sits here, who accompanies them, who was sent up. */
export function Members({ desk, problem, today }: { desk: CouncilDesk; problem: Problem | undefined; today: string }) {
  const words = useWords(councilWords);
  const locale = useLocale();
  const { members, supporters, linked, charter } = desk;
  const delegates = linked.below.flatMap((council) => council.members.map((member) => ({ value: member.id, label: `${council.name} · ${member.nickname}` })));
  return (
    <>
      {members.length === 0 ? <p className="note">{words.notYet}</p> : (
        <DataTable caption={words.term.members} rows={members} keyOf={({ id }) => id} columns={[
          { head: words.paper.nickname, isName: true, cell: (member) => <>{member.letterNumber} {member.nickname}{member.isChair ? <> <Tag kind="ok">{words.term.chair}</Tag></> : null}{member.delegateOf ? <> <Tag>{words.term.delegate}</Tag></> : null}</> },
          { head: words.term.layer, cell: (member) => `${words.layers[member.layer]} · ${words.kinds[member.seatKind]}` },
          { head: words.more, cell: (member) => (
            <details><summary>{words.more}</summary><div className="row close">
              {charter.chairBy !== 'rotation' && !member.isChair ? <DeedButton go="chair" hidden={{ id: member.id }} label={words.term.makeChair} isQuiet /> : null}
              <DeedButton go={member.isShown ? 'hide' : 'show'} hidden={{ id: member.id }} label={member.isShown ? words.term.hide : words.term.show} isQuiet />
              <DeedButton go="leave" hidden={{ id: member.id }} label={words.term.leave} isQuiet />
            </div></details>
          ) },
        ]} />
      )}
      <h3 id="supporters" className="apart">{words.supporters.title}</h3>
      <p className="small muted">{words.supporters.lead}</p>
      {supporters.length === 0 ? <p className="note">{words.supporters.none}</p> : (
        <ul className="plainlist">
          {supporters.map((one) => (
            <li key={one.id} id={`supporter-${one.id}`} className="row between">
              <span>{one.name} · {one.duty} <span className="small"><Status state={isChecked(one, today) ? 'done' : 'late'}>{isChecked(one, today) ? words.supporters.valid(shortDay(one.checkValidUntil, locale)) : words.supporters.expired}</Status></span></span>
              <DeedButton go="supporter-end" hidden={{ id: one.id }} label={words.supporters.end} isQuiet />
            </li>
          ))}
        </ul>
      )}
      <DeedForm go="supporter" title={`${words.add}${words.supporters.title}`} submit={words.add} isFolded problem={problem} asks={[{ name: 'name', label: words.supporters.name }, { name: 'duty', label: words.supporters.duty }, { name: 'checkedOn', kind: 'date', label: words.supporters.checkedOn }]} />
      <h3 className="apart">{words.linked.title}</h3>
      {linked.above ? <p>{words.linked.above}{words.colon}<a href={`/councils/${linked.above.id}`}>{linked.above.name}</a></p> : null}
      {linked.below.length === 0 ? <p className="note">{words.linked.none}</p> : <p>{words.linked.below}{words.colon}{linked.below.map((one, at) => <span key={one.id}>{at > 0 ? words.and : ''}<a href={`/work/${one.regionCode}/children/council`}>{one.name}</a></span>)}</p>}
      {delegates.length > 0 ? <DeedForm go="delegate" submit={words.linked.seat} isFolded problem={problem} asks={[{ name: 'id', kind: 'select', label: words.linked.member, choices: delegates }]} /> : null}
    </>
  );
}
