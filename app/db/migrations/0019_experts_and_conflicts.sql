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