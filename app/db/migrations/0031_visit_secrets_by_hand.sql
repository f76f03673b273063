-- One who was set aside keeps their line beside whoever goes instead; a visit that is still a secret is recorded with the nation.
CREATE OR REPLACE FUNCTION visits_without(whose text, moment timestamptz) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare one record; tie text; line record; place text; begin
  perform pg_advisory_xact_lock(hashtextextended('ties of ' || whose, 0));
  for one in
    select e.visit_id, v.region_code, v.number, v.notice, v.begun_at from visit_experts e join visits v on v.id = e.visit_id
    where e.expert_id = whose and e.set_aside_at is null and v.state not in ('concluded', 'called-off') order by e.visit_id for update of e
  loop
    select t.kind into tie from visit_ties(array[whose], array[one.region_code]) t limit 1;
    continue when tie is null;
    update visit_experts set set_aside_at = moment where visit_id = one.visit_id and expert_id = whose;
    place := case when one.notice = 'announced' or one.begun_at is not null then one.region_code else '*' end;
    insert into records (county_code, region_code, at, actor_id, actor_name, event, subject_id, request_id, facts)
    values (case place when '*' then 0 else rpad(left(place, 6), 6, '0')::int end, place, moment, 'system', '系统', 'visit.expert-set-aside', one.visit_id::text, '',
            jsonb_build_object('number', one.number, 'expertId', whose, 'kind', tie))
    returning * into line;
    insert into outbox (record_id, event, subject_id, facts, at) values (line.id, line.event, line.subject_id, line.facts, line.at);
  end loop;
end $$;
