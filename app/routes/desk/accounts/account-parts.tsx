import { Button } from 'antd';
import { Form } from 'react-router';
import { type Role, roles } from '#app/domain/base/accounts/model.ts';
import type { Offered } from '#app/domain/base/organisations/find-for-grant.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { Field, givenOr, LongField, SelectField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';

type May = { disable: boolean; reset: boolean; grant: boolean; revoke: boolean };
type Account = { isDisabled: boolean; lockedUntil: string | null; hasSecondFactor: boolean; sessions: unknown[] };

/** 账号操作: each asks once; the reason is written into the record. */
export function AccountActions({ account, may }: { account: Account; may: May }) {
  const { one: words } = useWords(accountsWords);
  const isOff = account.isDisabled || account.lockedUntil !== null;
  return (
    <>
      {may.disable && account.sessions.length > 0 && (
        <ConfirmButton label={words.endAll} question={words.endAsk} fields={{ step: 'end' }} />
      )}
      {may.reset && !account.isDisabled && (
        <ConfirmButton label={words.password} question={words.passwordAsk} fields={{ step: 'password' }} danger={false}>
          <LongField name="reason" id="password-reason" label={words.reason} minLength={2} maxLength={500} />
        </ConfirmButton>
      )}
      {may.reset && account.hasSecondFactor && (
        <ConfirmButton label={words.reset} question={words.resetAsk} fields={{ step: 'reset' }}>
          <LongField name="reason" label={words.reason} maxLength={500} />
        </ConfirmButton>
      )}
      {may.disable && isOff && (
        <Form method="post">
          <input type="hidden" name="step" value="enable" />
          <Button type="primary" htmlType="submit">
            {account.isDisabled ? words.enable : words.unlock}
          </Button>
        </Form>
      )}
      {may.disable && !account.isDisabled && (
        <ConfirmButton label={words.disable} question={words.disableAsk} fields={{ step: 'disable' }}>
          <LongField name="reason" label={words.reason} maxLength={500} />
        </ConfirmButton>
      )}
    </>
  );
}

type Grant = { id: string; role: Role; region: string; grantedAt: string; by: string };

/** 角色: what the person holds; one form to grant another. */
export function Grants({ grants, mayGrant, mayRevoke, problem, offered }: { grants: Grant[]; mayGrant: boolean; mayRevoke: boolean; problem: Problem | undefined; offered: readonly Offered[] | undefined }) {
  const { one: words, accounts, roles: roleWords, nation } = useWords(accountsWords);
  return (
    <Pane title={words.grants}>
      {grants.length === 0 && <p>{accounts.none}</p>}
      <ul className="rows">
        {grants.map((grant) => (
          <li key={grant.id}>
            <b>{roleWords[grant.role]}</b> {grant.region || nation}{' '}
            <small>{[words.grantedAt, grant.grantedAt, grant.by].filter(Boolean).join(' ')}</small>{' '}
            {mayRevoke && <ConfirmButton label={words.revoke} question={words.revokeAsk} fields={{ step: 'revoke', grant: grant.id }} type="link" size="small" />}
          </li>
        ))}
      </ul>
      {mayGrant && (
        <Form method="post">
          <h3>{words.grant}</h3>
          <p className="hint">{words.grantHelp}</p>
          <input type="hidden" name="step" value="grant" />
          <RoleFields problem={problem} offered={offered} />
          <Button type="primary" htmlType="submit">
            {words.grant}
          </Button>
        </Form>
      )}
    </Pane>
  );
}

/** 角色、地区与机构: the fields that a grant and an invitation share; `offered` is what a look for an organisation has found. */
export function RoleFields({ problem, offered }: { problem: Problem | undefined; offered: readonly Offered[] | undefined }) {
  const { one: words, accounts, roles: roleWords, nation } = useWords(accountsWords);
  const label = ({ name, place, creditCode }: Offered) => [name, place, creditCode].filter(Boolean).join(' · ');
  return (
    <>
      <SelectField name="role" label={accounts.role} problem={problem} options={roles.map((role) => ({ value: role, label: roleWords[role] }))} />
      <Field name="regionCode" label={words.region} hint={words.regionHelp} problem={problem}>
        <RegionFilter name="regionCode" id="field-regionCode" none={nation} />
      </Field>
      <Field name="organisation" label={words.organisation} hint={words.organisationHelp} optional problem={problem}>
        <span className="ask">
          <input className="dctl" id="field-organisation" name="organisation" maxLength={80} defaultValue={givenOr(problem, 'organisation', '')} aria-describedby="hint-organisation" />
          <Button htmlType="submit" name="find" value="yes" formNoValidate>
            {words.organisationFind}
          </Button>
        </span>
      </Field>
      {offered?.length === 0 && <p role="status">{words.organisationNone}</p>}
      {offered && offered.length > 0 && (
        <SelectField
          key={offered.map(({ id }) => id).join()}
          name="organisationId"
          label={words.organisationChosen}
          known={offered.length === 1 ? offered[0]!.id : ''}
          optional
          problem={undefined}
          options={offered.map((one) => ({ value: one.id, label: label(one) }))}
        />
      )}
    </>
  );
}
