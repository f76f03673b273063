-- Nobody whom a tie keeps away evaluates a community or concludes about it, whatever asks for it; a part and a tie that come at one moment wait for each other.
CREATE FUNCTION check_evaluator() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare tie text; begin
  if new.set_aside_at is not null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('ties of ' || new.user_id, 0));
  select t.kind into tie from visit_ties(array[new.user_id], array[new.region_code]) t limit 1;
  if tie is not null then
    raise exception 'evaluator % must stay away from %: %', new.user_id, new.region_code, tie using errcode = 'CF001', detail = tie;
  end if;
  return new;
end $$;
--> statement-breakpoint
CREATE TRIGGER evaluators_without_conflict BEFORE INSERT OR UPDATE ON evaluators FOR EACH ROW EXECUTE FUNCTION check_evaluator();
--> statement-breakpoint
-- A tie that arises later takes the evaluator off what is not concluded, in the same transaction; what was written stays for whoever goes on.
CREATE FUNCTION evaluations_without(whose text, moment timestamptz) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare one record; tie text; line record; begin
  perform pg_advisory_xact_lock(hashtextextended('ties of ' || whose, 0));
  for one in
    select p.id, p.evaluation_id, p.region_code from evaluators p
    join evaluations e on e.county_code = rpad(left(p.region_code, 6), 6, '0')::int and e.id = p.evaluation_id
    where p.user_id = whose and p.set_aside_at is null and e.state <> 'concluded' order by p.id for update of p
  loop
    select t.kind into tie from visit_ties(array[whose], array[one.region_code]) t limit 1;
    continue when tie is null;
    update evaluators set set_aside_at = moment where id = one.id;
    insert into records (county_code, region_code, at, actor_id, actor_name, event, subject_id, request_id, facts)
    values (rpad(left(one.region_code, 6), 6, '0')::int, one.region_code, moment, 'system', '系统', 'evaluation.evaluator-set-aside', one.evaluation_id::text, '',
            jsonb_build_object('userId', whose, 'kind', tie))
    returning * into line;
    insert into outbox (record_id, event, subject_id, facts, at) values (line.id, line.event, line.subject_id, line.facts, line.at);
  end loop;
end $$;
--> statement-breakpoint
CREATE FUNCTION tie_arises_before_conclusion() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ begin
  case tg_table_name
    when 'conflicts' then perform evaluations_without(new.expert_id, new.declared_at);
    else perform evaluations_without(new.user_id, now());
  end case;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER conflicts_stop_evaluations AFTER INSERT ON conflicts FOR EACH ROW EXECUTE FUNCTION tie_arises_before_conclusion();
--> statement-breakpoint
CREATE TRIGGER experts_stop_evaluations AFTER INSERT OR UPDATE OF region_code, organisation_id, organisation_name ON experts FOR EACH ROW EXECUTE FUNCTION tie_arises_before_conclusion();
--> statement-breakpoint
CREATE TRIGGER grants_stop_evaluations AFTER INSERT OR UPDATE ON role_grants FOR EACH ROW EXECUTE FUNCTION tie_arises_before_conclusion();
