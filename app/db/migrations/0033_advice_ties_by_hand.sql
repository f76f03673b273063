-- A review that was handed in before a tie began stays: who advises a community years after its application was decided did not judge it wrongly then. What is still open is closed as before.
CREATE OR REPLACE FUNCTION set_aside_conflicted(whose text, which uuid, moment timestamptz) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare pair record; tie text; line record; begin
  perform hold_pair(whose, which, true);
  for pair in
    select a.id, a.expert_id, a.application_id, a.state, a.submitted_at, p.region_code, p.number from assignments a join applications p on p.id = a.application_id
    where (whose is null or a.expert_id = whose) and (which is null or a.application_id = which)
      and a.state in ('assigned', 'accepted', 'submitted') and a.set_aside_at is null
    order by a.id for update of a
  loop
    tie := conflict_between(pair.expert_id, pair.application_id);
    continue when tie is null;
    continue when pair.state = 'submitted' and not exists (
      select from conflicts_between(array[pair.expert_id], array[pair.application_id]) t left join conflicts c on c.id = t.conflict_id
      where c.from_on is null or c.from_on <= (pair.submitted_at at time zone 'Asia/Shanghai')::date
    );
    update assignments set set_aside_at = moment, answered_at = coalesce(answered_at, moment), state = case when state = 'submitted' then state else 'conflict' end where id = pair.id;
    insert into records (county_code, region_code, at, actor_id, actor_name, event, subject_id, request_id, facts)
    values (case pair.region_code when '*' then 0 else rpad(left(pair.region_code, 6), 6, '0')::int end, pair.region_code, moment, 'system', '系统', 'review.set-aside', pair.id::text, '',
            jsonb_build_object('applicationId', pair.application_id, 'number', pair.number, 'expertId', pair.expert_id, 'kind', tie, 'before', pair.state))
    returning * into line;
    insert into outbox (record_id, event, subject_id, facts, at) values (line.id, line.event, line.subject_id, line.facts, line.at);
  end loop;
end $$;
