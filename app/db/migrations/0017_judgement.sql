CREATE TABLE "marks" (
	"assignment_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"level" text,
	"score" numeric(6, 2),
	"note" text DEFAULT '' NOT NULL,
	"page" text DEFAULT '' NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "marks_assignment_id_item_id_pk" PRIMARY KEY("assignment_id","item_id"),
	CONSTRAINT "a_level_or_a_score" CHECK ("marks"."level" is null or "marks"."score" is null)
);
--> statement-breakpoint
CREATE TABLE "rubrics" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"edition_id" text NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"note_en" text DEFAULT '' NOT NULL,
	"effective_from" date NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"content" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" text
);
--> statement-breakpoint
ALTER TABLE "rubrics" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assignments" DROP CONSTRAINT "one_assignment_per_expert";--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "rubric_id" uuid;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "round" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "set_aside_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rubrics_in_force" ON "rubrics" USING btree ("edition_id","state","effective_from");--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_rubric_id_rubrics_id_fk" FOREIGN KEY ("rubric_id") REFERENCES "public"."rubrics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "one_assignment_per_round" UNIQUE("application_id","expert_id","round");--> statement-breakpoint
CREATE POLICY "everybody_reads_rubrics" ON "rubrics" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "a_rubric_begins_as_a_draft" ON "rubrics" AS PERMISSIVE FOR INSERT TO public WITH CHECK (state = 'draft');--> statement-breakpoint
CREATE POLICY "only_a_draft_rubric_changes" ON "rubrics" AS PERMISSIVE FOR UPDATE TO public USING (state = 'draft') WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "only_a_draft_rubric_goes" ON "rubrics" AS PERMISSIVE FOR DELETE TO public USING (state = 'draft');--> statement-breakpoint
INSERT INTO "marks" ("assignment_id", "item_id", "score", "note", "saved_at") SELECT "assignment_id", "section_id", "score", "comment", "saved_at" FROM "scores";
--> statement-breakpoint
DROP TABLE "scores" CASCADE;
--> statement-breakpoint
CREATE TABLE "attestations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"expert_id" text NOT NULL,
	"application_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"version" text NOT NULL,
	"statement" text NOT NULL,
	"attested_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conflicts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"expert_id" text NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"application_id" uuid,
	"organisation_id" uuid,
	"organisation_name" text,
	"region_code" text collate "C",
	"community_code" text collate "C",
	"reason" text NOT NULL,
	"from_on" date,
	"until_on" date,
	"declared_by" text NOT NULL,
	"declared_by_name" text NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	"lifted_at" timestamp with time zone,
	"lifted_by" text,
	"lifted_by_name" text,
	"lift_reason" text,
	CONSTRAINT "a_tie_has_one_other_end" CHECK (num_nonnulls("conflicts"."application_id", "conflicts"."organisation_id", "conflicts"."organisation_name", "conflicts"."region_code", "conflicts"."community_code") = 1),
	CONSTRAINT "a_lifted_tie_says_why" CHECK (num_nonnulls("conflicts"."lifted_at", "conflicts"."lifted_by", "conflicts"."lift_reason") in (0, 3) and coalesce(length("conflicts"."lift_reason"), 10) >= 10)
);
--> statement-breakpoint
CREATE TABLE "openings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"expert_id" text NOT NULL,
	"application_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"file_id" uuid,
	"opened_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "expert_absences" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"expert_id" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "an_absence_has_an_end" CHECK ("expert_absences"."until_on" >= "expert_absences"."from_on")
);
--> statement-breakpoint
CREATE TABLE "expert_agreements" (
	"expert_id" text NOT NULL,
	"year" integer NOT NULL,
	"version" text NOT NULL,
	"content" text NOT NULL,
	"content_hash" text NOT NULL,
	"signed_name" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "expert_agreements_expert_id_year_pk" PRIMARY KEY("expert_id","year")
);
--> statement-breakpoint
CREATE TABLE "decision_drafts" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"advice" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"saved_by" text NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision_explanations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_explanation_per_sequence" UNIQUE("application_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "panel_items" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"proposal" text,
	"clears_negative" boolean DEFAULT false NOT NULL,
	"discussion" text DEFAULT '' NOT NULL,
	CONSTRAINT "one_item_per_application" UNIQUE("meeting_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "panel_meetings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"title" text NOT NULL,
	"held_on" date NOT NULL,
	"held_at" text NOT NULL,
	"place" text NOT NULL,
	"is_remote" boolean NOT NULL,
	"quorum" integer NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"cancel_reason" text DEFAULT '' NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "panel_members" (
	"meeting_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"is_present" boolean DEFAULT true NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "panel_members_meeting_id_user_id_pk" PRIMARY KEY("meeting_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "panel_minutes" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"signed_by" text NOT NULL,
	"signed_by_name" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "panel_recusals" (
	"item_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"recused_at" timestamp with time zone NOT NULL,
	CONSTRAINT "panel_recusals_item_id_user_id_pk" PRIMARY KEY("item_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "panel_seats" (
	"item_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"vote" text,
	"voted_at" timestamp with time zone,
	"voted_by" text,
	CONSTRAINT "panel_seats_item_id_user_id_pk" PRIMARY KEY("item_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "ranking_rules" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"rule" jsonb NOT NULL,
	"set_by" text NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rankings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"rule" jsonb NOT NULL,
	"places" integer NOT NULL,
	"entries" jsonb NOT NULL,
	"ranked" jsonb NOT NULL,
	"hash" text NOT NULL,
	"made_by" text NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reconsiderations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"reason" text NOT NULL,
	"old_outcome" text NOT NULL,
	"opened_by" text NOT NULL,
	"opened_by_name" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"new_outcome" text,
	"new_reason" text DEFAULT '' NOT NULL,
	"concluded_by" text,
	"concluded_by_name" text,
	"concluded_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "second_rounds" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"ground" text NOT NULL,
	"reason" text NOT NULL,
	"wanted" integer NOT NULL,
	"counting" text NOT NULL,
	"opened_by" text NOT NULL,
	"opened_by_name" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_papers" (
	"question_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "answer_papers_question_id_file_id_pk" PRIMARY KEY("question_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "applicant_questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"asked" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"forwarded" text DEFAULT '' NOT NULL,
	"declined_why" text DEFAULT '' NOT NULL,
	"handled_by" text,
	"handled_at" timestamp with time zone,
	"due_on" date,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" text,
	"answered_by_name" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "redacted_papers" (
	"application_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"redacted_file_id" uuid NOT NULL,
	"way" text NOT NULL,
	"made_by" text NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "redacted_papers_application_id_file_id_pk" PRIMARY KEY("application_id","file_id")
);
--> statement-breakpoint
ALTER TABLE "experts" ADD COLUMN "languages" jsonb DEFAULT '["zh"]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "experts" ADD COLUMN "max_load" smallint DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "experts" ADD COLUMN "term_from" date;--> statement-breakpoint
ALTER TABLE "experts" ADD COLUMN "term_until" date;--> statement-breakpoint
ALTER TABLE "experts" ADD COLUMN "standing" text DEFAULT 'invited' NOT NULL;--> statement-breakpoint
ALTER TABLE "experts" ADD COLUMN "standing_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "experts" ADD COLUMN "standing_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "experts" ADD COLUMN "standing_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "experts" ADD COLUMN "trained_on" date;--> statement-breakpoint
ALTER TABLE "experts" ADD COLUMN "training" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_expert_id_users_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_expert_id_users_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_community_code_regions_code_fk" FOREIGN KEY ("community_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_expert_id_users_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_absences" ADD CONSTRAINT "expert_absences_expert_id_experts_user_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."experts"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_agreements" ADD CONSTRAINT "expert_agreements_expert_id_experts_user_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."experts"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_drafts" ADD CONSTRAINT "decision_drafts_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_explanations" ADD CONSTRAINT "decision_explanations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_items" ADD CONSTRAINT "panel_items_meeting_id_panel_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."panel_meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_items" ADD CONSTRAINT "panel_items_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_meetings" ADD CONSTRAINT "panel_meetings_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_members" ADD CONSTRAINT "panel_members_meeting_id_panel_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."panel_meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_members" ADD CONSTRAINT "panel_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_minutes" ADD CONSTRAINT "panel_minutes_meeting_id_panel_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."panel_meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_recusals" ADD CONSTRAINT "panel_recusals_item_id_panel_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."panel_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_recusals" ADD CONSTRAINT "panel_recusals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_seats" ADD CONSTRAINT "panel_seats_item_id_panel_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."panel_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_seats" ADD CONSTRAINT "panel_seats_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ranking_rules" ADD CONSTRAINT "ranking_rules_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rankings" ADD CONSTRAINT "rankings_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconsiderations" ADD CONSTRAINT "reconsiderations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_rounds" ADD CONSTRAINT "second_rounds_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_papers" ADD CONSTRAINT "answer_papers_question_id_applicant_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."applicant_questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_papers" ADD CONSTRAINT "answer_papers_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applicant_questions" ADD CONSTRAINT "applicant_questions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applicant_questions" ADD CONSTRAINT "applicant_questions_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redacted_papers" ADD CONSTRAINT "redacted_papers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redacted_papers" ADD CONSTRAINT "redacted_papers_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redacted_papers" ADD CONSTRAINT "redacted_papers_redacted_file_id_files_id_fk" FOREIGN KEY ("redacted_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attestations_by_assignment" ON "attestations" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "conflicts_by_expert" ON "conflicts" USING btree ("expert_id","id");--> statement-breakpoint
CREATE INDEX "openings_by_assignment" ON "openings" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "expert_absences_by_expert" ON "expert_absences" USING btree ("expert_id","until_on");--> statement-breakpoint
CREATE INDEX "panel_items_by_application" ON "panel_items" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "panel_meetings_by_call" ON "panel_meetings" USING btree ("call_id","id");--> statement-breakpoint
CREATE INDEX "panel_members_by_user" ON "panel_members" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_chair_per_meeting" ON "panel_members" USING btree ("meeting_id") WHERE role = 'chair';--> statement-breakpoint
CREATE INDEX "ranking_rules_by_call" ON "ranking_rules" USING btree ("call_id","id");--> statement-breakpoint
CREATE INDEX "rankings_by_call" ON "rankings" USING btree ("call_id","id");--> statement-breakpoint
CREATE INDEX "reconsiderations_by_application" ON "reconsiderations" USING btree ("application_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_reconsideration" ON "reconsiderations" USING btree ("application_id") WHERE concluded_at is null;--> statement-breakpoint
CREATE INDEX "applicant_questions_by_application" ON "applicant_questions" USING btree ("application_id","state");--> statement-breakpoint
CREATE INDEX "applicant_questions_by_assignment" ON "applicant_questions" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "applicant_questions_waiting" ON "applicant_questions" USING btree ("application_id") WHERE state = 'asked';--> statement-breakpoint
ALTER TABLE "experts" ADD CONSTRAINT "an_expert_takes_some" CHECK ("experts"."max_load" between 1 and 100);--> statement-breakpoint
ALTER TABLE "experts" ADD CONSTRAINT "a_term_has_an_end" CHECK ("experts"."term_until" >= "experts"."term_from");
--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE "notice_holds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"notice_id" uuid NOT NULL,
	"stands_until" date,
	"is_known" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice_prints" (
	"notice_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "notice_prints_notice_id_version_pk" PRIMARY KEY("notice_id","version")
);
--> statement-breakpoint
CREATE TABLE "notice_versions" (
	"notice_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"published_by" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_versions_notice_id_version_pk" PRIMARY KEY("notice_id","version")
);
--> statement-breakpoint
CREATE TABLE "objection_box" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"act" text NOT NULL,
	"notice_id" uuid NOT NULL,
	"objection_id" uuid,
	"hold_id" uuid,
	"day" date NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "objection_files" (
	"objection_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"message_id" uuid,
	"side" text NOT NULL,
	CONSTRAINT "objection_files_objection_id_file_id_pk" PRIMARY KEY("objection_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "objection_messages" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"objection_id" uuid NOT NULL,
	"side" text NOT NULL,
	"is_from_office" boolean NOT NULL,
	"body" text NOT NULL,
	"by" text DEFAULT '' NOT NULL,
	"by_name" text DEFAULT '' NOT NULL,
	"due_on" date,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "objector_ties" (
	"user_id" text NOT NULL,
	"application_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"since" date NOT NULL,
	CONSTRAINT "objector_ties_user_id_application_id_pk" PRIMARY KEY("user_id","application_id")
);
--> statement-breakpoint
DROP INDEX "objections_open";--> statement-breakpoint
ALTER TABLE "notice_entries" ADD COLUMN "correction" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "notice_entries" ADD COLUMN "moved_up_on" date;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "kind" text DEFAULT 'list' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "level" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "appeal_of" uuid;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "raised_by" text DEFAULT 'objector' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "identity" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "handler_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "handler_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "taken_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "findings" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "rule" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "effect" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "first_due_on" date;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "extension_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "appeal_until" date;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "duplicate_of" uuid;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "hold_id" uuid;--> statement-breakpoint
ALTER TABLE "notice_holds" ADD CONSTRAINT "notice_holds_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_prints" ADD CONSTRAINT "notice_prints_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_versions" ADD CONSTRAINT "notice_versions_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_box" ADD CONSTRAINT "objection_box_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_box" ADD CONSTRAINT "objection_box_objection_id_objections_id_fk" FOREIGN KEY ("objection_id") REFERENCES "public"."objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_box" ADD CONSTRAINT "objection_box_hold_id_notice_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."notice_holds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_files" ADD CONSTRAINT "objection_files_objection_id_objections_id_fk" FOREIGN KEY ("objection_id") REFERENCES "public"."objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_files" ADD CONSTRAINT "objection_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_files" ADD CONSTRAINT "objection_files_message_id_objection_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."objection_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_messages" ADD CONSTRAINT "objection_messages_objection_id_objections_id_fk" FOREIGN KEY ("objection_id") REFERENCES "public"."objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objector_ties" ADD CONSTRAINT "objector_ties_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objector_ties" ADD CONSTRAINT "objector_ties_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_holds_by_notice" ON "notice_holds" USING btree ("notice_id");--> statement-breakpoint
CREATE INDEX "objection_box_by_code" ON "objection_box" USING btree ("code");--> statement-breakpoint
CREATE INDEX "objection_messages_by_objection" ON "objection_messages" USING btree ("objection_id","id");--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_appeal_of_objections_id_fk" FOREIGN KEY ("appeal_of") REFERENCES "public"."objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_duplicate_of_objections_id_fk" FOREIGN KEY ("duplicate_of") REFERENCES "public"."objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_hold_id_notice_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."notice_holds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "objections_by_application" ON "objections" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "objections_open" ON "objections" USING btree ("answer_due_on") WHERE state in ('received', 'under-review');--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_appeal_of_unique" UNIQUE("appeal_of");--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "appeal_is_the_second_level" CHECK (("objections"."appeal_of" is null) = ("objections"."level" = 1));
--> statement-breakpoint
-- Nobody in conflict with an application has a seat on it or a vote about it, whatever asks for it.
CREATE FUNCTION panel_seat_is_free_of_conflict() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  about uuid;
BEGIN
  SELECT application_id INTO about FROM panel_items WHERE id = NEW.item_id;
  PERFORM refuse_conflict(NEW.user_id, about);
  IF EXISTS (SELECT FROM panel_recusals WHERE item_id = NEW.item_id AND user_id = NEW.user_id) THEN
    RAISE EXCEPTION 'a recused panel member may neither sit nor vote' USING ERRCODE = 'CF001';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER panel_seat_is_free_of_conflict BEFORE INSERT OR UPDATE ON panel_seats FOR EACH ROW EXECUTE FUNCTION panel_seat_is_free_of_conflict();--> statement-breakpoint

-- A meeting whose minutes are signed stands as it was.
CREATE FUNCTION signed_meeting_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb(NEW) END;
BEGIN
  IF EXISTS (
    SELECT FROM panel_minutes m
    WHERE m.meeting_id::text IN (old_row ->> TG_ARGV[0], new_row ->> TG_ARGV[0])
       OR m.meeting_id IN (SELECT i.meeting_id FROM panel_items i WHERE i.id::text IN (old_row ->> 'item_id', new_row ->> 'item_id'))
  ) THEN
    RAISE EXCEPTION 'the minutes of this meeting are signed' USING ERRCODE = 'PM001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;--> statement-breakpoint
CREATE TRIGGER signed_meeting_stands BEFORE UPDATE OR DELETE ON panel_meetings FOR EACH ROW EXECUTE FUNCTION signed_meeting_stands('id');--> statement-breakpoint
CREATE TRIGGER signed_meeting_stands BEFORE INSERT OR UPDATE OR DELETE ON panel_members FOR EACH ROW EXECUTE FUNCTION signed_meeting_stands('meeting_id');--> statement-breakpoint
CREATE TRIGGER signed_meeting_stands BEFORE INSERT OR UPDATE OR DELETE ON panel_items FOR EACH ROW EXECUTE FUNCTION signed_meeting_stands('meeting_id');--> statement-breakpoint
CREATE TRIGGER signed_meeting_stands BEFORE INSERT OR UPDATE OR DELETE ON panel_seats FOR EACH ROW EXECUTE FUNCTION signed_meeting_stands('');--> statement-breakpoint
CREATE TRIGGER signed_meeting_stands BEFORE INSERT OR UPDATE OR DELETE ON panel_recusals FOR EACH ROW EXECUTE FUNCTION signed_meeting_stands('');--> statement-breakpoint

-- What was signed, frozen or ranked is added once and never changed.
CREATE FUNCTION judgement_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'PM001';
END $$;--> statement-breakpoint
CREATE TRIGGER judgement_stands BEFORE UPDATE OR DELETE ON panel_minutes FOR EACH ROW EXECUTE FUNCTION judgement_stands();--> statement-breakpoint
CREATE TRIGGER judgement_stands BEFORE UPDATE OR DELETE ON decision_explanations FOR EACH ROW EXECUTE FUNCTION judgement_stands();--> statement-breakpoint
CREATE TRIGGER judgement_stands BEFORE UPDATE OR DELETE ON rankings FOR EACH ROW EXECUTE FUNCTION judgement_stands();--> statement-breakpoint
CREATE TRIGGER judgement_stands BEFORE UPDATE OR DELETE ON ranking_rules FOR EACH ROW EXECUTE FUNCTION judgement_stands();--> statement-breakpoint
CREATE TRIGGER judgement_stands BEFORE UPDATE OR DELETE ON second_rounds FOR EACH ROW EXECUTE FUNCTION judgement_stands();--> statement-breakpoint
CREATE TRIGGER judgement_stands BEFORE DELETE ON reconsiderations FOR EACH ROW EXECUTE FUNCTION judgement_stands();--> statement-breakpoint

-- A reconsideration is concluded once; why it began stays.
CREATE FUNCTION reconsideration_is_concluded_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.concluded_at IS NOT NULL
    OR (to_jsonb(OLD) - '{new_outcome,new_reason,concluded_by,concluded_by_name,concluded_at}'::text[])
       <> (to_jsonb(NEW) - '{new_outcome,new_reason,concluded_by,concluded_by_name,concluded_at}'::text[]) THEN
    RAISE EXCEPTION 'a reconsideration is concluded once, and its beginning stays' USING ERRCODE = 'PM001';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER reconsideration_is_concluded_once BEFORE UPDATE ON reconsiderations FOR EACH ROW EXECUTE FUNCTION reconsideration_is_concluded_once();
--> statement-breakpoint
-- What came before is about an entry when it names one; its hold is open as long as it is.
UPDATE "objections" SET "kind" = 'entry' WHERE "application_id" IS NOT NULL;--> statement-breakpoint
INSERT INTO "notice_holds" ("id", "notice_id", "stands_until")
SELECT "id", "notice_id", CASE WHEN "state" = 'answered' THEN ("answered_at" AT TIME ZONE 'Asia/Shanghai')::date - 1 END FROM "objections";--> statement-breakpoint
UPDATE "objections" SET "hold_id" = "id";--> statement-breakpoint
UPDATE "notices" SET "version" = 1 WHERE "state" <> 'draft';--> statement-breakpoint
-- Who has nothing to do with an objection, and why: everybody behind the applications it is about, whoever reviewed or decided on them or made
-- the notice, whoever wrote it, and at the second level whoever handled the first.
CREATE FUNCTION "objection_recused"("asked" uuid) RETURNS TABLE ("user_id" text, "reason" text) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH o AS (SELECT * FROM objections WHERE id = asked),
  apps AS (
    SELECT a.* FROM o JOIN applications a ON a.id = o.application_id
    UNION
    SELECT a.* FROM o JOIN notice_entries e ON e.notice_id = o.notice_id JOIN applications a ON a.id = e.application_id WHERE o.application_id IS NULL
  )
  SELECT s.expert_id, 'reviewer' FROM apps JOIN assignments s ON s.application_id = apps.id
  UNION SELECT d.decided_by, 'decider' FROM apps JOIN decisions d ON d.application_id = apps.id
  UNION SELECT c.concluded_by, 'decider' FROM apps JOIN reconsiderations c ON c.application_id = apps.id WHERE c.concluded_by IS NOT NULL
  UNION SELECT m.user_id, 'panel' FROM apps JOIN panel_items i ON i.application_id = apps.id JOIN panel_members m ON m.meeting_id = i.meeting_id
  UNION SELECT apps.started_by, 'applicant' FROM apps
  UNION SELECT w.saved_by, 'applicant' FROM apps JOIN application_answers w ON w.application_id = apps.id
  UNION SELECT h.submitted_by, 'applicant' FROM apps JOIN submissions h ON h.application_id = apps.id
  UNION SELECT m.user_id, 'applicant' FROM apps JOIN organisation_agents m ON m.organisation_id = apps.organisation_id
  UNION SELECT g.user_id, 'applicant' FROM apps JOIN role_grants g ON g.region_code IN (apps.applicant_code, apps.region_code) AND g.role IN ('government-officer', 'community-worker')
  UNION SELECT n.created_by, 'notice-maker' FROM o JOIN notices n ON n.id = o.notice_id
  UNION SELECT r.actor_id, 'notice-maker' FROM o JOIN records r ON r.subject_id = o.notice_id::text AND r.event = 'notice.published'
  UNION SELECT t.expert_id, 'objector' FROM apps JOIN conflicts t ON t.kind = 'earlier-objection' AND t.lifted_at IS NULL AND (t.application_id = apps.id OR t.community_code = apps.region_code)
  UNION SELECT f.handler_id, 'first-level' FROM o JOIN objections f ON f.id = o.appeal_of WHERE f.handler_id <> ''
  UNION SELECT f.answered_by, 'first-level' FROM o JOIN objections f ON f.id = o.appeal_of WHERE f.answered_by <> ''
$$;--> statement-breakpoint
CREATE FUNCTION "objection_keeps_out"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM objection_recused(NEW.id) r WHERE r.user_id IN (NEW.handler_id, NEW.answered_by) AND r.user_id <> '') THEN
    RAISE EXCEPTION 'Somebody involved cannot handle this objection.' USING ERRCODE = 'OB001';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "objection_keeps_out" BEFORE UPDATE OF "handler_id", "answered_by" ON "objections" FOR EACH ROW EXECUTE FUNCTION "objection_keeps_out"();--> statement-breakpoint
CREATE FUNCTION "appeal_is_against_an_answer"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.appeal_of IS NOT NULL AND NOT EXISTS (SELECT FROM objections WHERE id = NEW.appeal_of AND level = 1 AND state = 'answered') THEN
    RAISE EXCEPTION 'An appeal is against the answer of the first level.' USING ERRCODE = 'OB002';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "appeal_is_against_an_answer" BEFORE INSERT ON "objections" FOR EACH ROW EXECUTE FUNCTION "appeal_is_against_an_answer"();--> statement-breakpoint
-- No path makes a list final while something holds it.
CREATE FUNCTION "notice_waits"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.state = 'final' AND OLD.state <> 'final' AND EXISTS (
    SELECT FROM notice_holds h WHERE h.notice_id = NEW.id
      AND (h.stands_until IS NULL OR h.stands_until >= (NEW.final_at AT TIME ZONE 'Asia/Shanghai')::date)
  ) THEN
    RAISE EXCEPTION 'Something still holds this list.' USING ERRCODE = 'OB003';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "notice_waits" BEFORE UPDATE OF "state" ON "notices" FOR EACH ROW EXECUTE FUNCTION "notice_waits"();
--> statement-breakpoint
CREATE TABLE "award_levels" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"level" text NOT NULL,
	"effective_from" date NOT NULL,
	"content" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate_measures" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"certificate_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"to_level" text,
	"to_grade" text,
	"grounds" text NOT NULL,
	"is_interim" boolean DEFAULT false NOT NULL,
	"reply_due_on" date NOT NULL,
	"opened_by" text NOT NULL,
	"opened_by_name" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'notified' NOT NULL,
	"reply" text DEFAULT '' NOT NULL,
	"replied_by_name" text DEFAULT '' NOT NULL,
	"replied_at" timestamp with time zone,
	"outcome" text,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by_name" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "certificate_numbers" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" text NOT NULL,
	"application_id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"level" text NOT NULL,
	"grade" text,
	"content" jsonb NOT NULL,
	"issued_on" date NOT NULL,
	"valid_until" date NOT NULL,
	"state" text DEFAULT 'valid' NOT NULL,
	"state_since" timestamp with time zone NOT NULL,
	"state_reason" text DEFAULT '' NOT NULL,
	"replaces_id" uuid,
	"status_index" integer NOT NULL,
	"kid" text NOT NULL,
	"credential" jsonb NOT NULL,
	"credential_hash" text NOT NULL,
	"issued_by" text NOT NULL,
	"issued_by_name" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"renewal_asked_at" timestamp with time zone,
	"renewal_note" text DEFAULT '' NOT NULL,
	CONSTRAINT "certificates_number_unique" UNIQUE("number"),
	CONSTRAINT "certificates_replaces_id_unique" UNIQUE("replaces_id"),
	CONSTRAINT "certificates_status_index_unique" UNIQUE("status_index")
);
--> statement-breakpoint
CREATE TABLE "measure_papers" (
	"measure_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "measure_papers_measure_id_file_id_pk" PRIMARY KEY("measure_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"controller" text NOT NULL,
	"kid" text NOT NULL,
	"public_key" text NOT NULL,
	"sealed_key" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "signing_keys_kid_unique" UNIQUE("kid")
);
--> statement-breakpoint
CREATE TABLE "status_lists" (
	"purpose" text NOT NULL,
	"number" integer NOT NULL,
	"credential" jsonb NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "status_lists_purpose_number_pk" PRIMARY KEY("purpose","number")
);
--> statement-breakpoint
ALTER TABLE "certificate_measures" ADD CONSTRAINT "certificate_measures_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_replaces_id_certificates_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_papers" ADD CONSTRAINT "measure_papers_measure_id_certificate_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."certificate_measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_papers" ADD CONSTRAINT "measure_papers_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_levels_in_time" ON "award_levels" USING btree ("level","effective_from","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_measure_open" ON "certificate_measures" USING btree ("certificate_id") WHERE state <> 'decided';--> statement-breakpoint
CREATE INDEX "measures_by_certificate" ON "certificate_measures" USING btree ("certificate_id","id");--> statement-breakpoint
CREATE INDEX "measures_open" ON "certificate_measures" USING btree ("reply_due_on") WHERE state <> 'decided';--> statement-breakpoint
CREATE UNIQUE INDEX "issued_once" ON "certificates" USING btree ("application_id","level") WHERE "certificates"."replaces_id" is null;--> statement-breakpoint
CREATE INDEX "certificates_by_application" ON "certificates" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "certificates_by_region" ON "certificates" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "certificates_by_end" ON "certificates" USING btree ("valid_until") WHERE state in ('valid', 'suspended');--> statement-breakpoint
CREATE INDEX "certificates_off" ON "certificates" USING btree ("status_index") WHERE state <> 'valid';--> statement-breakpoint
CREATE INDEX "measure_papers_by_file" ON "measure_papers" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_key_signs" ON "signing_keys" USING btree ("controller") WHERE "signing_keys"."retired_at" is null;
--> statement-breakpoint
CREATE TABLE "assignment_plan_pairs" (
	"plan_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"expert_id" text NOT NULL,
	"match" smallint NOT NULL,
	"reasons" jsonb NOT NULL,
	"is_locked" boolean DEFAULT false NOT NULL,
	"is_by_hand" boolean DEFAULT false NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	CONSTRAINT "assignment_plan_pairs_plan_id_application_id_expert_id_pk" PRIMARY KEY("plan_id","application_id","expert_id")
);
--> statement-breakpoint
CREATE TABLE "assignment_plans" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"round" smallint DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'ordered' NOT NULL,
	"seed" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"progress" jsonb DEFAULT '{"step":"waiting","share":0}'::jsonb NOT NULL,
	"stats" jsonb,
	"problem" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"ordered_by" text NOT NULL,
	"ordered_by_name" text NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"solved_at" timestamp with time zone,
	"locked_by" text,
	"locked_by_name" text DEFAULT '' NOT NULL,
	"locked_at" timestamp with time zone,
	CONSTRAINT "a_locked_plan_says_by_whom" CHECK (state not in ('assigning', 'locked') or locked_by is not null)
);
--> statement-breakpoint
ALTER TABLE "assignment_plan_pairs" ADD CONSTRAINT "assignment_plan_pairs_plan_id_assignment_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."assignment_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_plan_pairs" ADD CONSTRAINT "assignment_plan_pairs_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_plan_pairs" ADD CONSTRAINT "assignment_plan_pairs_expert_id_users_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_plans" ADD CONSTRAINT "assignment_plans_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_plans" ADD CONSTRAINT "assignment_plans_ordered_by_users_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_plans" ADD CONSTRAINT "assignment_plans_locked_by_users_id_fk" FOREIGN KEY ("locked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_pairs_by_expert" ON "assignment_plan_pairs" USING btree ("plan_id","expert_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_plan_per_round" ON "assignment_plans" USING btree ("call_id","round") WHERE state in ('ordered', 'draft', 'assigning');--> statement-breakpoint
CREATE INDEX "assignment_plans_by_call" ON "assignment_plans" USING btree ("call_id","id");
--> statement-breakpoint
CREATE TABLE "published_scores" (
	"application_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"run_id" uuid NOT NULL,
	"raw" numeric(6, 2) NOT NULL,
	"score" numeric(6, 2),
	"low" numeric(6, 2),
	"high" numeric(6, 2),
	"reviews" integer NOT NULL,
	CONSTRAINT "published_scores_application_id_round_pk" PRIMARY KEY("application_id","round")
);
--> statement-breakpoint
CREATE TABLE "score_runs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"asked_by" text NOT NULL,
	"asked_by_name" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"refusal" text DEFAULT '' NOT NULL,
	"computed_at" timestamp with time zone,
	"method" text NOT NULL,
	"settings" jsonb,
	"inputs_hash" text,
	"results" jsonb,
	"published_at" timestamp with time zone,
	"published_by" text,
	"published_by_name" text,
	CONSTRAINT "score_runs_numbered" UNIQUE("call_id","round","number")
);
--> statement-breakpoint
ALTER TABLE "objector_ties" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "objector_ties" CASCADE;--> statement-breakpoint
ALTER TABLE "published_scores" ADD CONSTRAINT "published_scores_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_scores" ADD CONSTRAINT "published_scores_run_id_score_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."score_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_runs" ADD CONSTRAINT "score_runs_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "published_scores_by_run" ON "published_scores" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "records_by_hash" ON "records" USING btree ((facts ->> 'hash')) WHERE facts ->> 'hash' is not null;--> statement-breakpoint
CREATE INDEX "records_by_sha256" ON "records" USING btree ((facts ->> 'sha256')) WHERE facts ->> 'sha256' is not null;
--> statement-breakpoint
-- The results of a scoring are written once; a published one stands, and so does every score that was published.
CREATE FUNCTION score_run_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  settled text[] := '{published_at,published_by,published_by_name}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a scoring is never removed' USING ERRCODE = 'PS001';
  END IF;
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'a published scoring never changes' USING ERRCODE = 'PS001';
  END IF;
  IF OLD.state <> 'waiting' AND (to_jsonb(OLD) - settled) <> (to_jsonb(NEW) - settled) THEN
    RAISE EXCEPTION 'the results of a scoring are written once' USING ERRCODE = 'PS001';
  END IF;
  IF NEW.published_at IS NOT NULL AND NEW.state <> 'ready' THEN
    RAISE EXCEPTION 'only a scoring that is ready is published' USING ERRCODE = 'PS001';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER score_run_stands BEFORE UPDATE OR DELETE ON score_runs FOR EACH ROW EXECUTE FUNCTION score_run_stands();--> statement-breakpoint
CREATE FUNCTION published_score_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a published score never changes' USING ERRCODE = 'PS001';
END $$;--> statement-breakpoint
CREATE TRIGGER published_score_stands BEFORE UPDATE OR DELETE ON published_scores FOR EACH ROW EXECUTE FUNCTION published_score_stands();
--> statement-breakpoint
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
--> statement-breakpoint
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
