-- Who objected with a name before ties were kept judges nothing of that community.
INSERT INTO "conflicts" ("expert_id", "kind", "source", "community_code", "reason", "declared_by", "declared_by_name", "declared_at")
SELECT DISTINCT u."id", 'earlier-objection', 'recorded', p."region_code", '曾对该社区提出异议', 'system', '系统', o."received_at"
FROM "objections" o JOIN "applications" p ON p."id" = o."application_id" JOIN "users" u ON lower(o."contact") IN (lower(u."email"), u."phone_number")
WHERE NOT o."is_anonymous" AND o."contact" <> ''
  AND NOT EXISTS (SELECT FROM "conflicts" c WHERE c."expert_id" = u."id" AND c."kind" = 'earlier-objection' AND c."community_code" = p."region_code");
--> statement-breakpoint
DROP TRIGGER objections_close_reviews ON objections;
--> statement-breakpoint
DROP TRIGGER contacts_close_reviews ON users;
--> statement-breakpoint
-- A tie with a region follows that region when it is renamed, split or joined to another.
CREATE OR REPLACE FUNCTION conflicts_between(expert_ids text[], application_ids uuid[])
RETURNS TABLE (expert_id text, application_id uuid, kind text, detail text, conflict_id uuid) LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  with expert as (
    select u.id, x.region_code as home, x.organisation_id, plain_name(x.organisation_name) as organisation,
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
  ), standing as (
    select * from conflicts c where c.expert_id = any(expert_ids) and c.lifted_at is null
      and (c.from_on is null or c.from_on <= (now() at time zone 'Asia/Shanghai')::date)
      and (c.until_on is null or c.until_on >= (now() at time zone 'Asia/Shanghai')::date)
  ), tie as (
    select c.*, c.region_code as region, c.community_code as community from standing c
    union all select c.*, l.present_code, null from standing c join region_lineage l on l.old_code = c.region_code
    union all select c.*, null, l.present_code from standing c join region_lineage l on l.old_code = c.community_code
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
  select c.expert_id, a.id, c.kind, c.reason, c.id from tie c join application a
    on c.application_id = a.id or c.organisation_id = a.organisation_id or plain_name(c.organisation_name) in (a.registered, a.said)
    or starts_with(a.region_code, c.region) or starts_with(a.applicant_code, c.region)
    or starts_with(a.region_code, c.community) or starts_with(c.community, a.region_code)
$$;
--> statement-breakpoint
DROP TRIGGER later_rounds_close_reviews ON submissions;
--> statement-breakpoint
CREATE TRIGGER submissions_close_reviews AFTER INSERT ON submissions FOR EACH ROW EXECUTE FUNCTION tie_arises();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION tie_arises() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare one record; begin
  case tg_table_name
    when 'conflicts' then perform set_aside_conflicted(new.expert_id, null, new.declared_at);
    when 'experts', 'role_grants', 'organisation_agents' then perform set_aside_conflicted(new.user_id, null, now());
    when 'applications' then perform set_aside_conflicted(null, new.id, now());
    when 'submissions' then perform set_aside_conflicted(null, new.application_id, now());
    when 'region_lineage' then
      for one in select user_id as id from experts where region_code = new.old_code or left(region_code, 6) = new.old_code
        union select expert_id from conflicts where region_code = new.old_code or community_code = new.old_code order by 1 loop
        perform set_aside_conflicted(one.id, null, now());
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
CREATE TRIGGER lineage_closes_reviews AFTER INSERT ON region_lineage FOR EACH ROW EXECUTE FUNCTION tie_arises();
--> statement-breakpoint
-- An opening that is refused because the review is closed says so.
CREATE OR REPLACE FUNCTION check_opening() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ begin
  perform refuse_conflict(new.expert_id, new.application_id);
  if not exists (
    select from assignments a where a.id = new.assignment_id and a.expert_id = new.expert_id and a.application_id = new.application_id
      and a.state in ('accepted', 'submitted') and a.set_aside_at is null
  ) then
    raise exception 'assignment % is not open', new.assignment_id using errcode = 'CF004';
  end if;
  return new;
end $$;
