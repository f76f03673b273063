-- Who was listed before had been chosen by the office; what they accepted, they accepted with the words of that day.
UPDATE "experts" SET "standing" = 'verified', "standing_by" = 'system', "standing_at" = "created_at";
--> statement-breakpoint
INSERT INTO "attestations" ("expert_id", "application_id", "assignment_id", "version", "statement", "attested_at")
SELECT "expert_id", "application_id", "id", '2026-0', '没有回避情形，接受任务', coalesce("answered_at", "assigned_at") FROM "assignments" WHERE "state" IN ('accepted', 'submitted');
--> statement-breakpoint
INSERT INTO "conflicts" ("expert_id", "kind", "source", "application_id", "reason", "declared_by", "declared_by_name", "declared_at")
SELECT a."expert_id", 'other-declared', 'declared', a."application_id", coalesce(nullif(a."conflict_reason", ''), '—'), a."expert_id", u."name", coalesce(a."answered_at", a."assigned_at")
FROM "assignments" a JOIN "users" u ON u."id" = a."expert_id" WHERE a."state" = 'conflict';
--> statement-breakpoint
CREATE FUNCTION plain_name(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp
AS $$ select nullif(regexp_replace(normalize(said, NFKC), '\s', '', 'g'), '') $$;
--> statement-breakpoint
-- Every tie between these experts and these applications: those the records know by themselves, and those that were declared or recorded.
CREATE FUNCTION conflicts_between(expert_ids text[], application_ids uuid[])
RETURNS TABLE (expert_id text, application_id uuid, kind text, detail text, conflict_id uuid) LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  with expert as (
    select u.id, lower(u.email) as email, u.phone_number as phone, x.region_code as home, x.organisation_id, plain_name(x.organisation_name) as organisation,
           o.credit_code, plain_name(o.name) as registered, case when o.kind = 'government' then o.region_code end as governs
    from users u left join experts x on x.user_id = u.id left join organisations o on o.id = x.organisation_id
    where u.id = any(expert_ids)
  ), application as (
    select p.id, p.region_code, p.applicant_code, p.organisation_id, p.started_by, o.credit_code, plain_name(o.name) as registered,
           plain_name(s.content -> 'answers' ->> 'applicant-name') as said, s.content -> 'answers' ->> 'applicant-code' as said_code
    from applications p left join organisations o on o.id = p.organisation_id
    left join lateral (select content from submissions where submissions.application_id = p.id order by round desc limit 1) s on true
    where p.id = any(application_ids)
  ), home as (
    select id, left(home, 6) as code, home as whole from expert where length(home) >= 2
    union select e.id, left(l.present_code, 6), l.present_code from expert e join region_lineage l on l.old_code in (e.home, left(e.home, 6))
  )
  select e.id, a.id, 'same-organisation', coalesce(a.registered, a.said, ''), null::uuid from expert e join application a
    on e.organisation_id = a.organisation_id or e.organisation in (a.registered, a.said) or e.registered in (a.registered, a.said)
    or e.credit_code in (a.credit_code, a.said_code) or e.id = a.started_by
    or exists (select from submissions s where s.application_id = a.id and s.submitted_by = e.id)
    or exists (select from organisation_agents g where g.organisation_id = a.organisation_id and g.user_id = e.id and (g.until is null or g.until > now()))
    or exists (select from role_grants g where g.organisation_id = a.organisation_id and g.user_id = e.id)
  union all
  select h.id, a.id, 'same-region', h.whole, null from home h join application a
    on h.whole = a.applicant_code or (length(h.code) = 6 and (left(a.region_code, 6) = h.code or left(a.applicant_code, 6) = h.code))
  union all
  select e.id, a.id, 'supervising-region', e.governs, null from expert e join application a on starts_with(a.region_code, e.governs)
  union all
  select g.user_id, a.id, 'supervising-region', g.region_code, null from role_grants g join application a on starts_with(a.region_code, g.region_code)
    where g.user_id = any(expert_ids) and g.role in ('government-officer', 'community-worker') and g.region_code <> '*'
  union all
  select e.id, a.id, 'earlier-objection', '', null from expert e join applications named on true join application a on a.region_code = named.region_code
    join objections o on o.application_id = named.id
    where e.id = any(expert_ids) and not o.is_anonymous and o.contact <> '' and lower(o.contact) in (e.email, e.phone)
  union all
  select c.expert_id, a.id, c.kind, c.reason, c.id from conflicts c join application a
    on c.application_id = a.id or c.organisation_id = a.organisation_id or plain_name(c.organisation_name) in (a.registered, a.said)
    or starts_with(a.region_code, c.region_code) or starts_with(a.applicant_code, c.region_code)
    or starts_with(a.region_code, c.community_code) or starts_with(c.community_code, a.region_code)
    where c.expert_id = any(expert_ids) and c.lifted_at is null
      and (c.from_on is null or c.from_on <= (now() at time zone 'Asia/Shanghai')::date)
      and (c.until_on is null or c.until_on >= (now() at time zone 'Asia/Shanghai')::date)
$$;
--> statement-breakpoint
CREATE FUNCTION conflict_between(expert text, application uuid) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  select kind from conflicts_between(array[expert], array[application])
  order by array_position(array['same-organisation', 'same-region', 'supervising-region', 'trained-or-consulted', 'sponsor-tie', 'family', 'earlier-objection', 'other-declared'], kind)
  limit 1
$$;
--> statement-breakpoint
-- In hand: what is with an expert and not handed in.
CREATE FUNCTION expert_load(expert text) RETURNS integer LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$ select count(*)::int from assignments where expert_id = expert and state in ('assigned', 'accepted') and set_aside_at is null $$;
--> statement-breakpoint
CREATE FUNCTION expert_was_asked(expert text) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$ select exists (select from assignments where expert_id = expert) $$;
--> statement-breakpoint
-- A pair and a tie that come at the same moment wait for each other: the later one sees the earlier one.
CREATE FUNCTION hold_pair(expert text, application uuid, alone boolean) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ begin
  if alone then
    if expert is not null then perform pg_advisory_xact_lock(hashtextextended('pair of ' || expert, 0)); end if;
    if application is not null then perform pg_advisory_xact_lock(hashtextextended('pair of ' || application, 0)); end if;
  else
    perform pg_advisory_xact_lock_shared(hashtextextended('pair of ' || expert, 0));
    perform pg_advisory_xact_lock_shared(hashtextextended('pair of ' || application, 0));
  end if;
end $$;
--> statement-breakpoint
CREATE FUNCTION refuse_conflict(expert text, application uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare tie text; begin
  perform hold_pair(expert, application, false);
  tie := conflict_between(expert, application);
  if tie is not null then
    raise exception 'expert % must stay away from application %: %', expert, application, tie using errcode = 'CF001', detail = tie;
  end if;
end $$;
--> statement-breakpoint
CREATE FUNCTION check_assignment() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ begin
  if new.state not in ('assigned', 'accepted', 'submitted') or new.set_aside_at is not null then return new; end if;
  perform refuse_conflict(new.expert_id, new.application_id);
  if new.state <> 'assigned' and not exists (
    select from attestations t where t.assignment_id = new.id and t.expert_id = new.expert_id and t.application_id = new.application_id and t.attested_at >= new.assigned_at
  ) then
    raise exception 'assignment % has no attestation', new.id using errcode = 'CF002';
  end if;
  return new;
end $$;
--> statement-breakpoint
CREATE TRIGGER assignments_without_conflict BEFORE INSERT OR UPDATE ON assignments FOR EACH ROW EXECUTE FUNCTION check_assignment();
--> statement-breakpoint
CREATE FUNCTION check_marks() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare pair record; begin
  for pair in select distinct a.expert_id, a.application_id from written w join assignments a on a.id = w.assignment_id order by 1, 2 loop
    perform refuse_conflict(pair.expert_id, pair.application_id);
  end loop;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER marks_without_conflict AFTER INSERT ON marks REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION check_marks();
--> statement-breakpoint
CREATE TRIGGER changed_marks_without_conflict AFTER UPDATE ON marks REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION check_marks();
--> statement-breakpoint
CREATE FUNCTION check_opening() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ begin
  perform refuse_conflict(new.expert_id, new.application_id);
  if not exists (
    select from assignments a where a.id = new.assignment_id and a.expert_id = new.expert_id and a.application_id = new.application_id
      and a.state in ('accepted', 'submitted') and a.set_aside_at is null
  ) then
    raise exception 'assignment % is not open', new.assignment_id using errcode = 'CF002';
  end if;
  return new;
end $$;
--> statement-breakpoint
CREATE TRIGGER openings_without_conflict BEFORE INSERT OR UPDATE ON openings FOR EACH ROW EXECUTE FUNCTION check_opening();
--> statement-breakpoint
-- A tie that arises later closes what is open and sets the marks aside, in the same transaction; nothing is deleted.
CREATE FUNCTION set_aside_conflicted(whose text, which uuid, moment timestamptz) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare pair record; tie text; line record; begin
  perform hold_pair(whose, which, true);
  for pair in
    select a.id, a.expert_id, a.application_id, a.state, p.region_code, p.number from assignments a join applications p on p.id = a.application_id
    where (whose is null or a.expert_id = whose) and (which is null or a.application_id = which)
      and a.state in ('assigned', 'accepted', 'submitted') and a.set_aside_at is null
    order by a.id for update of a
  loop
    tie := conflict_between(pair.expert_id, pair.application_id);
    continue when tie is null;
    update assignments set set_aside_at = moment, answered_at = coalesce(answered_at, moment), state = case when state = 'submitted' then state else 'conflict' end where id = pair.id;
    insert into records (county_code, region_code, at, actor_id, actor_name, event, subject_id, request_id, facts)
    values (case pair.region_code when '*' then 0 else rpad(left(pair.region_code, 6), 6, '0')::int end, pair.region_code, moment, 'system', '系统', 'review.set-aside', pair.id::text, '',
            jsonb_build_object('applicationId', pair.application_id, 'number', pair.number, 'expertId', pair.expert_id, 'kind', tie, 'before', pair.state))
    returning * into line;
    insert into outbox (record_id, event, subject_id, facts, at) values (line.id, line.event, line.subject_id, line.facts, line.at);
  end loop;
end $$;
--> statement-breakpoint
CREATE FUNCTION tie_arises() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare one record; begin
  case tg_table_name
    when 'conflicts' then perform set_aside_conflicted(new.expert_id, null, new.declared_at);
    when 'users' then perform set_aside_conflicted(new.id, null, now());
    when 'experts', 'role_grants', 'organisation_agents' then perform set_aside_conflicted(new.user_id, null, now());
    when 'applications' then perform set_aside_conflicted(null, new.id, now());
    when 'submissions' then perform set_aside_conflicted(null, new.application_id, now());
    when 'objections' then
      for one in select p.id from applications p where p.region_code = (select region_code from applications where id = new.application_id) order by p.id loop
        perform set_aside_conflicted(null, one.id, now());
      end loop;
    when 'organisations' then
      for one in select distinct a.expert_id, a.application_id from assignments a join applications p on p.id = a.application_id left join experts x on x.user_id = a.expert_id
        where a.state in ('assigned', 'accepted', 'submitted') and a.set_aside_at is null
          and (p.organisation_id = new.id or x.organisation_id = new.id or plain_name(x.organisation_name) = plain_name(new.name)) order by 1, 2 loop
        perform set_aside_conflicted(one.expert_id, one.application_id, now());
      end loop;
  end case;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER conflicts_close_reviews AFTER INSERT ON conflicts FOR EACH ROW EXECUTE FUNCTION tie_arises();
--> statement-breakpoint
CREATE TRIGGER experts_close_reviews AFTER INSERT OR UPDATE OF region_code, organisation_id, organisation_name ON experts FOR EACH ROW EXECUTE FUNCTION tie_arises();
--> statement-breakpoint
CREATE TRIGGER contacts_close_reviews AFTER UPDATE OF email, phone_number ON users FOR EACH ROW
WHEN (old.email IS DISTINCT FROM new.email OR old.phone_number IS DISTINCT FROM new.phone_number) EXECUTE FUNCTION tie_arises();
--> statement-breakpoint
CREATE TRIGGER grants_close_reviews AFTER INSERT OR UPDATE ON role_grants FOR EACH ROW EXECUTE FUNCTION tie_arises();
--> statement-breakpoint
CREATE TRIGGER agents_close_reviews AFTER INSERT OR UPDATE ON organisation_agents FOR EACH ROW EXECUTE FUNCTION tie_arises();
--> statement-breakpoint
CREATE TRIGGER organisations_close_reviews AFTER UPDATE ON organisations FOR EACH ROW
WHEN ((old.name, old.credit_code, old.kind, old.region_code) IS DISTINCT FROM (new.name, new.credit_code, new.kind, new.region_code)) EXECUTE FUNCTION tie_arises();
--> statement-breakpoint
CREATE TRIGGER applications_close_reviews AFTER UPDATE OF region_code, applicant_code, organisation_id, started_by ON applications FOR EACH ROW
WHEN ((old.region_code, old.applicant_code, old.organisation_id, old.started_by) IS DISTINCT FROM (new.region_code, new.applicant_code, new.organisation_id, new.started_by)) EXECUTE FUNCTION tie_arises();
--> statement-breakpoint
CREATE TRIGGER later_rounds_close_reviews AFTER INSERT ON submissions FOR EACH ROW WHEN (new.round > 1) EXECUTE FUNCTION tie_arises();
--> statement-breakpoint
CREATE TRIGGER objections_close_reviews AFTER INSERT OR UPDATE OF contact, application_id ON objections FOR EACH ROW
WHEN (new.application_id IS NOT NULL AND new.contact <> '') EXECUTE FUNCTION tie_arises();
--> statement-breakpoint
-- A tie is lifted once and stays lifted.
CREATE FUNCTION lift_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ begin
  if old.lifted_at is not null then raise exception 'tie % is lifted already', old.id using errcode = 'CF003'; end if;
  return new;
end $$;
--> statement-breakpoint
CREATE TRIGGER conflicts_are_lifted_once BEFORE UPDATE ON conflicts FOR EACH ROW EXECUTE FUNCTION lift_once();
--> statement-breakpoint
DO $$ declare pair record; begin
  for pair in select expert_id, application_id from assignments where state in ('assigned', 'accepted', 'submitted') order by id loop
    perform set_aside_conflicted(pair.expert_id, pair.application_id, now());
  end loop;
end $$;
