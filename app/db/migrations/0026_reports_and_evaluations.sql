CREATE TABLE "evaluation_indicators" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"rule_id" text NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"level" text NOT NULL,
	"source" text NOT NULL,
	"as_of" date NOT NULL,
	"added_by_name" text NOT NULL,
	CONSTRAINT "evaluation_indicators_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "evaluation_levels" (
	"county_code" integer NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"level" text,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "evaluation_levels_county_code_evaluation_id_item_id_pk" PRIMARY KEY("county_code","evaluation_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "evaluation_settings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"effective_from" date NOT NULL,
	"content" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evaluation_voices" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"voice" text NOT NULL,
	"age_band" text DEFAULT '' NOT NULL,
	"question" text NOT NULL,
	"rule_id" text DEFAULT '' NOT NULL,
	"yes" integer NOT NULL,
	"partly" integer NOT NULL,
	"no" integer NOT NULL,
	"source" text NOT NULL,
	"gathered_on" date NOT NULL,
	"added_by_name" text NOT NULL,
	CONSTRAINT "evaluation_voices_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "answers_are_counted" CHECK (least("evaluation_voices"."yes", "evaluation_voices"."partly", "evaluation_voices"."no") >= 0)
);
--> statement-breakpoint
CREATE TABLE "evaluations" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"year" smallint NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"edition_id" text,
	"settings" jsonb NOT NULL,
	"state" text DEFAULT 'drafting' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"strengths" text DEFAULT '' NOT NULL,
	"advice" text DEFAULT '' NOT NULL,
	"evaluator_name" text NOT NULL,
	"started_by_name" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"shown" jsonb,
	"comment_until" date,
	"comment" text DEFAULT '' NOT NULL,
	"commented_by_name" text DEFAULT '' NOT NULL,
	"commented_at" timestamp with time zone,
	"reply" text DEFAULT '' NOT NULL,
	"content" jsonb,
	"hash" text,
	"score" real,
	"concluded_by_name" text DEFAULT '' NOT NULL,
	"concluded_at" timestamp with time zone,
	CONSTRAINT "evaluations_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "evaluation_in_its_county" CHECK ("evaluations"."county_code" = rpad(left("evaluations"."region_code", 6), 6, '0')::int),
	CONSTRAINT "a_concluded_evaluation_is_whole" CHECK (("evaluations"."state" = 'concluded') = ("evaluations"."content" is not null and "evaluations"."hash" is not null and "evaluations"."concluded_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "evaluations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evaluators" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"user_id" text NOT NULL,
	"part" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"set_aside_at" timestamp with time zone,
	CONSTRAINT "one_part_in_an_evaluation" UNIQUE("evaluation_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "reassessments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"award" text NOT NULL,
	"since" date NOT NULL,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'due' NOT NULL,
	"evaluation_id" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spot_checks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"title" text NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"seed" text NOT NULL,
	"seed_source" text NOT NULL,
	"digits" smallint NOT NULL,
	"size" integer NOT NULL,
	"population" jsonb NOT NULL,
	"population_hash" text NOT NULL,
	"sample_hash" text NOT NULL,
	"drawn_by_name" text NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spot_picks" (
	"spot_check_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"rank" text NOT NULL,
	"outcome" text,
	"note" text DEFAULT '' NOT NULL,
	"found_on" date,
	"found_by_name" text DEFAULT '' NOT NULL,
	CONSTRAINT "spot_picks_spot_check_id_region_code_pk" PRIMARY KEY("spot_check_id","region_code")
);
--> statement-breakpoint
CREATE TABLE "progress_reports" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"pilot_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"due_on" date NOT NULL,
	"form" jsonb NOT NULL,
	"form_id" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"round" integer DEFAULT 0 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"handed_in_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"checked_by_name" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "progress_reports_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "one_report_per_period" UNIQUE("county_code","pilot_id","until_on"),
	CONSTRAINT "progress_report_in_its_county" CHECK ("progress_reports"."county_code" = rpad(left("progress_reports"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "report_answers" (
	"county_code" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"value" text NOT NULL,
	"prefilled" jsonb,
	"revision" integer DEFAULT 0 NOT NULL,
	"rivals" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_answers_county_code_report_id_question_id_pk" PRIMARY KEY("county_code","report_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "report_forms" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"effective_from" date NOT NULL,
	"content" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_remarks" (
	"county_code" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"question_id" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "report_remarks_county_code_report_id_round_question_id_pk" PRIMARY KEY("county_code","report_id","round","question_id")
);
--> statement-breakpoint
CREATE TABLE "report_submissions" (
	"county_code" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"receipt_code" text NOT NULL,
	"is_late" boolean NOT NULL,
	"submitted_by" text NOT NULL,
	"submitted_by_name" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_submissions_county_code_report_id_round_pk" PRIMARY KEY("county_code","report_id","round")
);
--> statement-breakpoint
ALTER TABLE "evaluation_indicators" ADD CONSTRAINT "indicator_of_evaluation" FOREIGN KEY ("county_code","evaluation_id") REFERENCES "public"."evaluations"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_levels" ADD CONSTRAINT "level_of_evaluation" FOREIGN KEY ("county_code","evaluation_id") REFERENCES "public"."evaluations"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_voices" ADD CONSTRAINT "voice_of_evaluation" FOREIGN KEY ("county_code","evaluation_id") REFERENCES "public"."evaluations"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluators" ADD CONSTRAINT "evaluators_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_picks" ADD CONSTRAINT "spot_picks_spot_check_id_spot_checks_id_fk" FOREIGN KEY ("spot_check_id") REFERENCES "public"."spot_checks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_answers" ADD CONSTRAINT "answer_of_report" FOREIGN KEY ("county_code","report_id") REFERENCES "public"."progress_reports"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_remarks" ADD CONSTRAINT "remark_on_report" FOREIGN KEY ("county_code","report_id") REFERENCES "public"."progress_reports"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_submissions" ADD CONSTRAINT "submission_of_report" FOREIGN KEY ("county_code","report_id") REFERENCES "public"."progress_reports"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "indicators_of_evaluation" ON "evaluation_indicators" USING btree ("county_code","evaluation_id","id");--> statement-breakpoint
CREATE INDEX "evaluation_settings_in_time" ON "evaluation_settings" USING btree ("effective_from","id");--> statement-breakpoint
CREATE INDEX "voices_of_evaluation" ON "evaluation_voices" USING btree ("county_code","evaluation_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_evaluation" ON "evaluations" USING btree ("county_code","region_code","kind","subject") WHERE state <> 'concluded';--> statement-breakpoint
CREATE INDEX "evaluations_by_region" ON "evaluations" USING btree ("county_code","region_code","kind","id");--> statement-breakpoint
CREATE INDEX "evaluations_newest" ON "evaluations" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_evaluator" ON "evaluators" USING btree ("evaluation_id","part") WHERE set_aside_at is null;--> statement-breakpoint
CREATE INDEX "evaluators_by_person" ON "evaluators" USING btree ("user_id","evaluation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_reassessment_open" ON "reassessments" USING btree ("region_code") WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX "reassessments_due" ON "reassessments" USING btree ("due_on") WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX "spot_picks_by_region" ON "spot_picks" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "progress_reports_by_region" ON "progress_reports" USING btree ("county_code","region_code","id");--> statement-breakpoint
CREATE INDEX "progress_reports_newest" ON "progress_reports" USING btree ("id");--> statement-breakpoint
CREATE INDEX "progress_reports_due" ON "progress_reports" USING btree ("due_on") WHERE state in ('open', 'returned');--> statement-breakpoint
CREATE INDEX "report_forms_in_time" ON "report_forms" USING btree ("effective_from","id");--> statement-breakpoint
CREATE POLICY "everybody_reads_evaluations" ON "evaluations" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "an_evaluation_begins_open" ON "evaluations" AS PERMISSIVE FOR INSERT TO public WITH CHECK (state = 'drafting');--> statement-breakpoint
CREATE POLICY "only_an_open_evaluation_changes" ON "evaluations" AS PERMISSIVE FOR UPDATE TO public USING (state <> 'concluded') WITH CHECK (true);