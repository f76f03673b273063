import { Button } from 'antd';
import { Form } from 'react-router';
import { type MemberRole, memberRoles } from '#app/domain/pilot/panels/model.ts';
import { useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

type Member = { userId: string; name: string; role: MemberRole; isPresent: boolean };
type Shown = { members: readonly Member[]; experts: readonly { id: string; name: string; organisationName: string }[]; canEdit: boolean; problem: Problem | undefined };

/** 与会人员: who was called, who is there; the office adds and removes. */
export function MembersPane({ members, experts, canEdit, problem }: Shown) {
  const { panel: words } = useWords(panelWords);
  return (
    <Pane title={words.membersTitle} note={words.people(members.length)}>
      {members.length === 0 && <p className="note">{words.noMembers}</p>}
      <table className="people">
        <tbody>
          {members.map(({ userId, name, role, isPresent }) => (
            <tr key={userId}>
              <td><b>{name}</b> <small>{words.roles[role]}</small><br />{isPresent ? <small>{words.present}</small> : <span className="soon">{words.absent}</span>}</td>
              {canEdit && (
                <td>
                  <div className="ways">
                    <Form method="post">
                      <input type="hidden" name="deed" value="presence" />
                      <input type="hidden" name="userId" value={userId} />
                      <Button size="small" htmlType="submit" name="isPresent" value={isPresent ? 'no' : 'yes'} aria-label={`${isPresent ? words.noteAbsent : words.notePresent} ${name}`}>{isPresent ? words.noteAbsent : words.notePresent}</Button>
                    </Form>
                    <ConfirmButton label={words.remove} question={words.removeAsk} fields={{ deed: 'remove-member', userId }} size="small" />
                  </div>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {canEdit && (
        <Form method="post" className="new-agent" key={members.length}>
          <input type="hidden" name="deed" value="add-member" />
          <TextField name="account" label={words.account} problem={problem} maxLength={120} list="panel-experts" autoComplete="off" hint={experts.length > 0 ? words.chooseExpert : undefined} />
          <datalist id="panel-experts">{experts.map(({ id, name, organisationName }) => <option key={id} value={id}>{`${name} ${organisationName}`}</option>)}</datalist>
          <SelectField name="role" label={words.role} known={members.some(({ role }) => role === 'chair') ? 'member' : 'chair'} problem={problem} options={memberRoles.map((value) => ({ value, label: words.roles[value] }))} />
          <Button htmlType="submit">{words.add}</Button>
        </Form>
      )}
    </Pane>
  );
}
