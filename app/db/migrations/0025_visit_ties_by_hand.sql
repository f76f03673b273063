-- What keeps an expert from visiting a community: every tie with an application of its own, and those of place, office and declaration where it never applied.
CREATE FUNCTION visit_ties(expert_ids text[], region_codes text[])
RETURNS TABLE (expert_id text, region_code text, kind text, detail text) LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  with place as materialized (
    select code, code as now_or_then from unnest(region_codes) as given(code)
    union select given.code, l.present_code from unnest(region_codes) as given(code) join region_lineage l on l.old_code = given.code
    union select given.code, l.old_code from unnest(region_codes) as given(code) join region_lineage l on l.present_code = given.code
  ), home as materialized (
    select x.user_id, x.region_code as whole, left(x.region_code, 6) as code from experts x where x.user_id = any(expert_ids) and length(x.region_code) >= 6
  ), standing as materialized (
    select * from conflicts c where c.expert_id = any(expert_ids) and c.lifted_at is null
      and (c.from_on is null or c.from_on <= (now() at time zone 'Asia/Shanghai')::date)
      and (c.until_on is null or c.until_on >= (now() at time zone 'Asia/Shanghai')::date)
  )
  select t.expert_id, p.code, t.kind, t.detail from place p join applications a on a.region_code = p.now_or_then
    cross join lateral conflicts_between(expert_ids, array[a.id]) t
  union select h.user_id, p.code, 'same-region', h.whole from home h join place p on left(p.now_or_then, 6) = h.code
  union select x.user_id, p.code, 'supervising-region', o.region_code from experts x join organisations o on o.id = x.organisation_id and o.kind = 'government'
    join place p on starts_with(p.now_or_then, o.region_code) where x.user_id = any(expert_ids) and length(o.region_code) >= 2
  union select g.user_id, p.code, 'supervising-region', g.region_code from role_grants g join place p on starts_with(p.now_or_then, g.region_code)
    where g.user_id = any(expert_ids) and g.role in ('government-officer', 'community-worker') and g.region_code <> '*'
  union select c.expert_id, p.code, c.kind, c.reason from standing c join place p
    on starts_with(p.now_or_then, c.region_code) or starts_with(p.now_or_then, c.community_code) or starts_with(c.community_code, p.now_or_then)
$$;
--> statement-breakpoint
-- Nobody whom a tie keeps away is sent to a community, whatever asks for it; a visit and a tie that come at one moment wait for each other.
CREATE FUNCTION check_visit_expert() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare place text; tie text; begin
  if new.set_aside_at is not null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('ties of ' || new.expert_id, 0));
  select v.region_code into place from visits v where v.id = new.visit_id;
  select t.kind into tie from visit_ties(array[new.expert_id], array[place]) t limit 1;
  if tie is not null then
    raise exception 'expert % must stay away from %: %', new.expert_id, place, tie using errcode = 'CF001', detail = tie;
  end if;
  return new;
end $$;
--> statement-breakpoint
CREATE TRIGGER visit_experts_without_conflict BEFORE INSERT OR UPDATE ON visit_experts FOR EACH ROW EXECUTE FUNCTION check_visit_expert();
--> statement-breakpoint
-- The community of a visit stays what it is; another one is another visit.
CREATE FUNCTION visit_stays_in_its_community() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ begin
  if new.region_code is distinct from old.region_code then raise exception 'visit % stays in its community', old.id using errcode = 'CF001'; end if;
  return new;
end $$;
--> statement-breakpoint
CREATE TRIGGER visits_stay_in_their_community BEFORE UPDATE OF region_code ON visits FOR EACH ROW EXECUTE FUNCTION visit_stays_in_its_community();
--> statement-breakpoint
-- A tie that arises later takes the expert off the visits that are not over, in the same transaction; what was written stays and says whose it was.
CREATE FUNCTION visits_without(whose text, moment timestamptz) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare one record; tie text; line record; begin
  perform pg_advisory_xact_lock(hashtextextended('ties of ' || whose, 0));
  for one in
    select e.visit_id, e.slot, v.region_code, v.number from visit_experts e join visits v on v.id = e.visit_id
    where e.expert_id = whose and e.set_aside_at is null and v.state not in ('concluded', 'called-off') order by e.visit_id for update of e
  loop
    select t.kind into tie from visit_ties(array[whose], array[one.region_code]) t limit 1;
    continue when tie is null;
    update visit_experts set set_aside_at = moment where visit_id = one.visit_id and slot = one.slot;
    insert into records (county_code, region_code, at, actor_id, actor_name, event, subject_id, request_id, facts)
    values (rpad(left(one.region_code, 6), 6, '0')::int, one.region_code, moment, 'system', '系统', 'visit.expert-set-aside', one.visit_id::text, '',
            jsonb_build_object('number', one.number, 'expertId', whose, 'kind', tie))
    returning * into line;
    insert into outbox (record_id, event, subject_id, facts, at) values (line.id, line.event, line.subject_id, line.facts, line.at);
  end loop;
end $$;
--> statement-breakpoint
CREATE FUNCTION tie_arises_before_visit() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ begin
  case tg_table_name
    when 'conflicts' then perform visits_without(new.expert_id, new.declared_at);
    else perform visits_without(new.user_id, now());
  end case;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER conflicts_stop_visits AFTER INSERT ON conflicts FOR EACH ROW EXECUTE FUNCTION tie_arises_before_visit();
--> statement-breakpoint
CREATE TRIGGER experts_stop_visits AFTER INSERT OR UPDATE OF region_code, organisation_id, organisation_name ON experts FOR EACH ROW EXECUTE FUNCTION tie_arises_before_visit();
--> statement-breakpoint
CREATE TRIGGER grants_stop_visits AFTER INSERT OR UPDATE ON role_grants FOR EACH ROW EXECUTE FUNCTION tie_arises_before_visit();
