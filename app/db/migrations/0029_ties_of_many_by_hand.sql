-- The same ties as before, found by joins on what is equal instead of by looking at every pair: a thousand experts and five thousand applications are one question.
CREATE OR REPLACE FUNCTION conflicts_between(expert_ids text[], application_ids uuid[])
RETURNS TABLE (expert_id text, application_id uuid, kind text, detail text, conflict_id uuid) LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  with expert as materialized (
    select u.id, x.region_code as home, x.organisation_id, plain_name(x.organisation_name) as organisation,
           o.credit_code, plain_name(o.name) as registered, case when o.kind = 'government' then o.region_code end as governs
    from users u left join experts x on x.user_id = u.id left join organisations o on o.id = x.organisation_id
    where u.id = any(expert_ids)
  ), application as materialized (
    select p.id, p.region_code, left(p.region_code, 6) as district, p.applicant_code, left(p.applicant_code, 6) as applicant_district, p.organisation_id, p.started_by,
           o.credit_code, plain_name(o.name) as registered, plain_name(s.content -> 'answers' ->> 'applicant-name') as said, s.content -> 'answers' ->> 'applicant-code' as said_code
    from applications p left join organisations o on o.id = p.organisation_id
    left join lateral (select content from submissions where submissions.application_id = p.id order by round desc limit 1) s on true
    where p.id = any(application_ids)
  ), named as materialized (
    select id, registered as name from application where registered is not null union select id, said from application where said is not null
  ), coded as materialized (
    select id, credit_code as code from application where credit_code is not null union select id, said_code from application where said_code is not null
  ), home as materialized (
    select id, left(home, 6) as code, home as whole from expert where length(home) >= 2
    union select e.id, left(l.present_code, 6), l.present_code from expert e join region_lineage l on l.old_code in (e.home, left(e.home, 6))
  ), standing as materialized (
    select * from conflicts c where c.expert_id = any(expert_ids) and c.lifted_at is null
      and (c.from_on is null or c.from_on <= (now() at time zone 'Asia/Shanghai')::date)
      and (c.until_on is null or c.until_on >= (now() at time zone 'Asia/Shanghai')::date)
  ), tie as materialized (
    select c.*, c.region_code as region, c.community_code as community from standing c
    union all select c.*, l.present_code, null from standing c join region_lineage l on l.old_code = c.region_code
    union all select c.*, null, l.present_code from standing c join region_lineage l on l.old_code = c.community_code
  ), of_one_organisation as (
    select e.id as expert, a.id as application from expert e join application a on e.organisation_id = a.organisation_id
    union select e.id, a.id from expert e join named a on e.organisation = a.name
    union select e.id, a.id from expert e join named a on e.registered = a.name
    union select e.id, a.id from expert e join coded a on e.credit_code = a.code
    union select e.id, a.id from expert e join application a on e.id = a.started_by
    union select e.id, s.application_id from expert e join submissions s on s.submitted_by = e.id where s.application_id = any(application_ids)
    union select e.id, a.id from expert e join organisation_agents g on g.user_id = e.id join application a on a.organisation_id = g.organisation_id where g.until is null or g.until > now()
    union select e.id, a.id from expert e join role_grants g on g.user_id = e.id join application a on a.organisation_id = g.organisation_id
  ), tied as (
    select c.id as conflict, a.id as application from tie c join application a on c.application_id = a.id
    union select c.id, a.id from tie c join application a on c.organisation_id = a.organisation_id
    union select c.id, a.id from tie c join named a on plain_name(c.organisation_name) = a.name
    union select c.id, a.id from tie c join application a on starts_with(a.region_code, c.region) or starts_with(a.applicant_code, c.region) where c.region is not null
    union select c.id, a.id from tie c join application a on starts_with(a.region_code, c.community) or starts_with(c.community, a.region_code) where c.community is not null
  )
  select one.expert, a.id, 'same-organisation', coalesce(a.registered, a.said, ''), null::uuid from of_one_organisation one join application a on a.id = one.application
  union all
  (select h.id, a.id, 'same-region', h.whole, null::uuid from home h join application a on h.whole = a.applicant_code
   union select h.id, a.id, 'same-region', h.whole, null from home h join application a on h.code = a.district where length(h.code) = 6
   union select h.id, a.id, 'same-region', h.whole, null from home h join application a on h.code = a.applicant_district where length(h.code) = 6)
  union all
  select e.id, a.id, 'supervising-region', e.governs, null from expert e join application a on starts_with(a.region_code, e.governs) where e.governs is not null
  union all
  select g.user_id, a.id, 'supervising-region', g.region_code, null from role_grants g join application a on starts_with(a.region_code, g.region_code)
    where g.user_id = any(expert_ids) and g.role in ('government-officer', 'community-worker') and g.region_code <> '*'
  union all
  select c.expert_id, t.application, c.kind, c.reason, c.id from tied t join standing c on c.id = t.conflict
$$;
