CREATE TABLE "compliance_filings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"year" smallint NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"filed_on" date NOT NULL,
	"receipt" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"filed_by" text NOT NULL,
	"filed_by_name" text NOT NULL,
	"filed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "compliance_filings_numbered" UNIQUE("region_code","year","number")
);
--> statement-breakpoint
CREATE TABLE "minor_stocks" (
	"county_code" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"year" smallint NOT NULL,
	"under14" integer NOT NULL,
	"from14" integer NOT NULL,
	"grown" integer NOT NULL,
	CONSTRAINT "minor_stocks_county_code_region_code_year_pk" PRIMARY KEY("county_code","region_code","year"),
	CONSTRAINT "minor_stock_in_its_county" CHECK ("minor_stocks"."county_code" = rpad(left("minor_stocks"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "stock_takings" (
	"year" smallint PRIMARY KEY NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"is_final" boolean NOT NULL,
	"children" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "impact_assessments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" text NOT NULL,
	"year" smallint NOT NULL,
	"running" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"origin" text DEFAULT 'own' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_name" text NOT NULL,
	CONSTRAINT "one_assessment_per_number" UNIQUE("number"),
	CONSTRAINT "assessments_run_by_year" UNIQUE("year","running")
);
--> statement-breakpoint
CREATE TABLE "impact_versions" (
	"assessment_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"purposes" text[] DEFAULT '{}' NOT NULL,
	"triggers" text[] NOT NULL,
	"content" jsonb NOT NULL,
	"valid_until" date NOT NULL,
	"written_by" text NOT NULL,
	"written_by_name" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"decided_by" text,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "impact_versions_assessment_id_version_pk" PRIMARY KEY("assessment_id","version"),
	CONSTRAINT "another_person_approves" CHECK ("impact_versions"."decided_by" is distinct from "impact_versions"."written_by"),
	CONSTRAINT "withdrawn_versions_say_when" CHECK (("impact_versions"."state" = 'withdrawn') = ("impact_versions"."withdrawn_at" is not null)),
	CONSTRAINT "decided_versions_say_who" CHECK (("impact_versions"."state" in ('approved', 'returned', 'withdrawn')) = ("impact_versions"."decided_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "incident_children" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"incident_id" uuid NOT NULL,
	"child_id" uuid,
	"region_code" text collate "C" NOT NULL,
	"guardians" smallint DEFAULT 0 NOT NULL,
	"way" text,
	"told_at" timestamp with time zone,
	"told_by_name" text DEFAULT '' NOT NULL,
	CONSTRAINT "told_in_some_way" CHECK (("incident_children"."way" is null) = ("incident_children"."told_at" is null))
);
--> statement-breakpoint
CREATE TABLE "incident_hours" (
	"region_code" text collate "C" PRIMARY KEY NOT NULL,
	"authority_hours" smallint NOT NULL,
	"tell_hours" smallint NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident_measures" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"incident_id" uuid NOT NULL,
	"what" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"by_name" text NOT NULL,
	"noted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident_scopes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"incident_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"said" text NOT NULL,
	"reason" text NOT NULL,
	"found" integer NOT NULL,
	"nameless" integer DEFAULT 0 NOT NULL,
	"code_id" uuid,
	"added_by_name" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"is_possible" boolean NOT NULL,
	"state" text DEFAULT 'reported' NOT NULL,
	"what" text NOT NULL,
	"cause" text NOT NULL,
	"touched" text NOT NULL,
	"data_kinds" text[] NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"found_by_name" text NOT NULL,
	"reported_by" text NOT NULL,
	"reported_by_name" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"authority_due_at" timestamp with time zone NOT NULL,
	"tell_due_at" timestamp with time zone NOT NULL,
	"authority" text DEFAULT '' NOT NULL,
	"authority_number" text DEFAULT '' NOT NULL,
	"authority_reported_at" timestamp with time zone,
	"authority_by_name" text DEFAULT '' NOT NULL,
	"notice" jsonb,
	"not_told_reason" text DEFAULT '' NOT NULL,
	"told_at" timestamp with time zone,
	"told_by_name" text DEFAULT '' NOT NULL,
	"lessons" text DEFAULT '' NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by_name" text DEFAULT '' NOT NULL,
	"told_late_at" timestamp with time zone,
	CONSTRAINT "incident_closed_with_lessons" CHECK ("incidents"."state" <> 'closed' or ("incidents"."lessons" <> '' and "incidents"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "retention_certificates" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"run_id" uuid NOT NULL,
	"record_class" text NOT NULL,
	"deed" text NOT NULL,
	"schedule_version" integer NOT NULL,
	"cut_offs" jsonb NOT NULL,
	"many" integer NOT NULL,
	"files" integer NOT NULL,
	"counties" jsonb NOT NULL,
	"held" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"number" integer,
	"previous_hash" text,
	"hash" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "one_certificate_per_number" UNIQUE("number"),
	CONSTRAINT "closed_certificates_have_a_hash" CHECK (("retention_certificates"."number" is null) = ("retention_certificates"."hash" is null) and ("retention_certificates"."hash" is null) = ("retention_certificates"."closed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "retention_holds" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"record_class" text,
	"subject_id" uuid,
	"ground" text NOT NULL,
	"reason" text NOT NULL,
	"until" date NOT NULL,
	"placed_by" text NOT NULL,
	"placed_by_name" text NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"lifted_by_name" text,
	"lifted_at" timestamp with time zone,
	"lift_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "hold_says_what" CHECK (("retention_holds"."kind" = 'child') = ("retention_holds"."record_class" is null) and ("retention_holds"."kind" = 'class') = ("retention_holds"."subject_id" is null))
);
--> statement-breakpoint
CREATE TABLE "retention_periods" (
	"version" integer PRIMARY KEY NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"record_class" text NOT NULL,
	"amount" integer NOT NULL,
	"reason" text NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retention_runs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"day" date NOT NULL,
	"is_dry" boolean DEFAULT false NOT NULL,
	"schedule_version" integer NOT NULL,
	"results" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"started_by_name" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "share_children" (
	"county_code" integer NOT NULL,
	"share_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "share_children_county_code_share_id_child_id_pk" PRIMARY KEY("county_code","share_id","child_id")
);
--> statement-breakpoint
CREATE TABLE "share_partners" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"credit_code" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"contact" text NOT NULL,
	"contract" text NOT NULL,
	"scope" text NOT NULL,
	"duties" text NOT NULL,
	"fields" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"state" text DEFAULT 'prepared' NOT NULL,
	"assessment_id" uuid,
	"entered_by_name" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"enabled_by_name" text,
	"enabled_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"end_note" text DEFAULT '' NOT NULL,
	CONSTRAINT "partner_contract_ends_after_it_begins" CHECK ("share_partners"."valid_to" >= "share_partners"."valid_from"),
	CONSTRAINT "enabled_partners_are_assessed" CHECK ("share_partners"."state" <> 'enabled' or "share_partners"."assessment_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"partner_id" uuid,
	"receiver" text NOT NULL,
	"fields" text[] NOT NULL,
	"purpose" text NOT NULL,
	"basis" text NOT NULL,
	"article" text,
	"article_note" text DEFAULT '' NOT NULL,
	"child_count" integer NOT NULL,
	"shared_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"source" text DEFAULT 'desk' NOT NULL,
	"source_id" text,
	"recorded_by" text NOT NULL,
	"recorded_by_name" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"ended_early" text,
	"settled_at" timestamp with time zone,
	"settled_by_name" text,
	"ending" text,
	"ending_note" text DEFAULT '' NOT NULL,
	CONSTRAINT "shares_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "share_of_somebody" CHECK ("shares"."child_count" > 0),
	CONSTRAINT "share_by_law_names_its_article" CHECK (("shares"."basis" = 'law') = ("shares"."article" is not null)),
	CONSTRAINT "without_a_partner_only_by_law" CHECK ("shares"."partner_id" is not null or "shares"."basis" = 'law'),
	CONSTRAINT "settled_shares_say_how" CHECK (("shares"."settled_at" is null) = ("shares"."ending" is null)),
	CONSTRAINT "share_in_its_county" CHECK ("shares"."county_code" = rpad(left("shares"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "survey_double_sheets" (
	"county_code" integer NOT NULL,
	"round_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"number" integer NOT NULL,
	"first" text NOT NULL,
	"first_by" text NOT NULL,
	"first_by_name" text NOT NULL,
	"second" text,
	"second_by_name" text DEFAULT '' NOT NULL,
	"words" jsonb NOT NULL,
	CONSTRAINT "survey_double_sheets_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "city_plan_revisions" (
	"plan_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"issuer" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"reason" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by_name" text NOT NULL,
	CONSTRAINT "city_plan_revisions_plan_id_revision_pk" PRIMARY KEY("plan_id","revision")
);
--> statement-breakpoint
CREATE TABLE "city_plans" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"code" text,
	"region_code" text collate "C" NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"issuer" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"content" jsonb NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"copied_from" uuid,
	"published_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closing" text DEFAULT '' NOT NULL,
	"closing_en" text DEFAULT '' NOT NULL,
	"is_example" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "city_targets" (
	"plan_id" uuid NOT NULL,
	"indicator_id" integer NOT NULL,
	"year" smallint NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"action_code" text NOT NULL,
	"op" text NOT NULL,
	"value" numeric NOT NULL,
	"max" numeric,
	CONSTRAINT "city_targets_plan_id_indicator_id_year_pk" PRIMARY KEY("plan_id","indicator_id","year")
);
--> statement-breakpoint
CREATE TABLE "city_task_progress" (
	"plan_id" uuid NOT NULL,
	"task_id" text NOT NULL,
	"state" text NOT NULL,
	"done_on" date,
	"proof" text DEFAULT '' NOT NULL,
	"proof_url" text,
	"note" text DEFAULT '' NOT NULL,
	"marked_by_name" text NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "city_task_progress_plan_id_task_id_pk" PRIMARY KEY("plan_id","task_id")
);
--> statement-breakpoint
CREATE TABLE "breakdowns" (
	"id" smallint PRIMARY KEY NOT NULL,
	"dimension" text NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"id" text PRIMARY KEY NOT NULL,
	"position" smallint NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator_links" (
	"indicator_id" integer NOT NULL,
	"frame" text NOT NULL,
	"target" text NOT NULL,
	CONSTRAINT "indicator_links_indicator_id_frame_target_pk" PRIMARY KEY("indicator_id","frame","target")
);
--> statement-breakpoint
CREATE TABLE "indicator_value_pasts" (
	"county_code" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"indicator_id" integer NOT NULL,
	"period" integer NOT NULL,
	"breakdown" smallint DEFAULT 0 NOT NULL,
	"value" numeric NOT NULL,
	"numerator" numeric,
	"denominator" numeric,
	"status" smallint NOT NULL,
	"origin" smallint NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"source_url" text,
	"evidence_id" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_name" text NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"reason" text NOT NULL,
	"replaced_at" timestamp with time zone NOT NULL,
	"replaced_by_name" text NOT NULL,
	CONSTRAINT "indicator_value_pasts_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "past_value_in_its_county" CHECK ("indicator_value_pasts"."county_code" = (case when "indicator_value_pasts"."region_code" = '*' then 0 else rpad(left("indicator_value_pasts"."region_code", 6), 6, '0')::int end))
);
--> statement-breakpoint
CREATE TABLE "indicator_values" (
	"county_code" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"indicator_id" integer NOT NULL,
	"period" integer NOT NULL,
	"breakdown" smallint DEFAULT 0 NOT NULL,
	"value" numeric NOT NULL,
	"numerator" numeric,
	"denominator" numeric,
	"status" smallint NOT NULL,
	"origin" smallint NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"source_url" text,
	"evidence_id" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_name" text NOT NULL,
	CONSTRAINT "indicator_values_county_code_region_code_indicator_id_period_breakdown_pk" PRIMARY KEY("county_code","region_code","indicator_id","period","breakdown"),
	CONSTRAINT "value_in_its_county" CHECK ("indicator_values"."county_code" = (case when "indicator_values"."region_code" = '*' then 0 else rpad(left("indicator_values"."region_code", 6), 6, '0')::int end)),
	CONSTRAINT "part_of_its_whole" CHECK ("indicator_values"."denominator" is null or "indicator_values"."denominator" > 0)
);
--> statement-breakpoint
CREATE TABLE "indicator_versions" (
	"indicator_id" integer NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"hash" text NOT NULL,
	"reason" text NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "indicator_versions_indicator_id_version_pk" PRIMARY KEY("indicator_id","version")
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" integer PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "walk_entries" (
	"county_code" integer NOT NULL,
	"walk_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"point" text,
	"answer" text,
	"layer" text,
	"spot" text,
	"of" integer,
	"sha256" text,
	"is_paper" boolean DEFAULT false NOT NULL,
	"is_late" boolean NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"server_at" timestamp with time zone NOT NULL,
	CONSTRAINT "walk_entries_county_code_walk_id_device_id_seq_pk" PRIMARY KEY("county_code","walk_id","device_id","seq")
);
--> statement-breakpoint
CREATE TABLE "walk_phones" (
	"county_code" integer NOT NULL,
	"walk_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"synced_at" timestamp with time zone,
	"remaining" integer DEFAULT 0 NOT NULL,
	"is_done" boolean DEFAULT false NOT NULL,
	"skew_ms" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "walk_phones_county_code_walk_id_device_id_pk" PRIMARY KEY("county_code","walk_id","device_id")
);
--> statement-breakpoint
CREATE TABLE "walk_photos" (
	"county_code" integer NOT NULL,
	"walk_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"sha256" text NOT NULL,
	"device_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"point" text,
	"spot" text,
	"note" text NOT NULL,
	"is_late" boolean NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"arrived_at" timestamp with time zone,
	"file_id" uuid,
	CONSTRAINT "walk_photos_county_code_walk_id_id_pk" PRIMARY KEY("county_code","walk_id","id"),
	CONSTRAINT "one_photo_of_a_hash" UNIQUE("county_code","walk_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "walk_tickets" (
	"county_code" integer NOT NULL,
	"walk_id" uuid NOT NULL,
	"source" text NOT NULL,
	"hazard_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "walk_tickets_county_code_walk_id_source_pk" PRIMARY KEY("county_code","walk_id","source")
);
--> statement-breakpoint
CREATE TABLE "walks" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"setting" text NOT NULL,
	"space_id" uuid,
	"route_id" uuid,
	"segment_id" uuid,
	"parts" jsonb NOT NULL,
	"place" text NOT NULL,
	"checklist_version" smallint NOT NULL,
	"day" date NOT NULL,
	"adults" text NOT NULL,
	"group_name" text NOT NULL,
	"children" jsonb NOT NULL,
	"code" text NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"planned_by_name" text NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"began_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by_name" text DEFAULT '' NOT NULL,
	"end_words" text DEFAULT '' NOT NULL,
	"result" jsonb,
	"is_invented" boolean DEFAULT false NOT NULL,
	CONSTRAINT "walks_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "one_walk_of_a_code" UNIQUE("county_code","code"),
	CONSTRAINT "walk_in_its_county" CHECK ("walks"."county_code" = rpad(left("walks"."region_code", 6), 6, '0')::int),
	CONSTRAINT "walk_has_one_place" CHECK (("walks"."space_id" is null) <> ("walks"."route_id" is null))
);
--> statement-breakpoint
ALTER TABLE "council_motions" ADD COLUMN "said_id" uuid;--> statement-breakpoint
ALTER TABLE "identity"."children" ADD COLUMN "erase_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "identity"."guardian_slips" ADD COLUMN "child_id" uuid;--> statement-breakpoint
ALTER TABLE "identity"."guardian_slips" ADD COLUMN "relation" text;--> statement-breakpoint
ALTER TABLE "moderation_items" ADD COLUMN "drop_after_lock" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "protection"."reports" ADD COLUMN "closed_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "protection"."reports" ADD COLUMN "hold_ending" text;--> statement-breakpoint
ALTER TABLE "protection"."reports" ADD COLUMN "hold_ended_by_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "protection"."reports" ADD COLUMN "hold_ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "protection"."reports" ADD COLUMN "sealed_hold_reason" text;--> statement-breakpoint
ALTER TABLE "suggestions" ADD COLUMN "expired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "survey_rounds" ADD COLUMN "double_sheets" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_rounds" ADD COLUMN "double_cells" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_rounds" ADD COLUMN "double_different" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "impact_versions" ADD CONSTRAINT "impact_versions_assessment_id_impact_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."impact_assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_children" ADD CONSTRAINT "incident_children_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_measures" ADD CONSTRAINT "incident_measures_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_scopes" ADD CONSTRAINT "incident_scopes_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_certificates" ADD CONSTRAINT "retention_certificates_run_id_retention_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."retention_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_double_sheets" ADD CONSTRAINT "double_sheet_of_survey_round" FOREIGN KEY ("county_code","round_id") REFERENCES "public"."survey_rounds"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_plan_revisions" ADD CONSTRAINT "city_plan_revisions_plan_id_city_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."city_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_targets" ADD CONSTRAINT "city_targets_plan_id_city_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."city_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_targets" ADD CONSTRAINT "city_targets_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_task_progress" ADD CONSTRAINT "city_task_progress_plan_id_city_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."city_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_links" ADD CONSTRAINT "indicator_links_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_versions" ADD CONSTRAINT "indicator_versions_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_entries" ADD CONSTRAINT "entry_of_walk" FOREIGN KEY ("county_code","walk_id") REFERENCES "public"."walks"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_phones" ADD CONSTRAINT "phone_of_walk" FOREIGN KEY ("county_code","walk_id") REFERENCES "public"."walks"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_photos" ADD CONSTRAINT "photo_of_walk" FOREIGN KEY ("county_code","walk_id") REFERENCES "public"."walks"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_tickets" ADD CONSTRAINT "ticket_of_walk" FOREIGN KEY ("county_code","walk_id") REFERENCES "public"."walks"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "compliance_filings_by_year" ON "compliance_filings" USING btree ("year","region_code");--> statement-breakpoint
CREATE INDEX "minor_stocks_by_year" ON "minor_stocks" USING btree ("year","region_code");--> statement-breakpoint
CREATE INDEX "impact_assessments_by_region" ON "impact_assessments" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "impact_versions_decided" ON "impact_versions" USING btree ("state","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_line_per_child_and_incident" ON "incident_children" USING btree ("incident_id","child_id");--> statement-breakpoint
CREATE INDEX "incident_children_by_child" ON "incident_children" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "incident_measures_by_incident" ON "incident_measures" USING btree ("incident_id","taken_at");--> statement-breakpoint
CREATE INDEX "incident_scopes_by_incident" ON "incident_scopes" USING btree ("incident_id","id");--> statement-breakpoint
CREATE INDEX "incident_scopes_by_code" ON "incident_scopes" USING btree ("code_id") WHERE code_id is not null;--> statement-breakpoint
CREATE INDEX "incidents_by_region" ON "incidents" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "incidents_by_day" ON "incidents" USING btree ("found_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_certificate_per_run_and_class" ON "retention_certificates" USING btree ("run_id","record_class");--> statement-breakpoint
CREATE INDEX "retention_holds_standing" ON "retention_holds" USING btree ("until") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "retention_holds_by_region" ON "retention_holds" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "retention_periods_by_class" ON "retention_periods" USING btree ("record_class","region_code","version" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "one_retention_run_a_day" ON "retention_runs" USING btree ("day") WHERE not is_dry;--> statement-breakpoint
CREATE INDEX "retention_runs_by_kind" ON "retention_runs" USING btree ("is_dry","id");--> statement-breakpoint
CREATE INDEX "share_children_by_child" ON "share_children" USING btree ("child_id");--> statement-breakpoint
CREATE INDEX "share_partners_by_region" ON "share_partners" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "shares_by_region" ON "shares" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "shares_to_confirm" ON "shares" USING btree ("expires_on") WHERE settled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_share_per_source" ON "shares" USING btree ("county_code","source","source_id") WHERE source_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_double_sheet_of_a_number" ON "survey_double_sheets" USING btree ("county_code","round_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "one_plan_per_code_and_region" ON "city_plans" USING btree ("code","region_code");--> statement-breakpoint
CREATE INDEX "city_plans_by_region" ON "city_plans" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "city_targets_by_indicator" ON "city_targets" USING btree ("indicator_id","year");--> statement-breakpoint
CREATE INDEX "indicator_links_by_target" ON "indicator_links" USING btree ("frame","target");--> statement-breakpoint
CREATE INDEX "value_pasts_by_place" ON "indicator_value_pasts" USING btree ("county_code","region_code","indicator_id","period");--> statement-breakpoint
CREATE INDEX "indicator_values_by_period" ON "indicator_values" USING btree ("indicator_id","period","breakdown");--> statement-breakpoint
CREATE UNIQUE INDEX "one_indicator_per_code" ON "indicators" USING btree ("code");--> statement-breakpoint
CREATE INDEX "walks_by_code" ON "walks" USING btree ("code");--> statement-breakpoint
CREATE INDEX "walks_by_region" ON "walks" USING btree ("county_code","region_code","day");--> statement-breakpoint
ALTER TABLE "identity"."guardian_slips" ADD CONSTRAINT "guardian_slips_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "identity"."children"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guardian_slips_by_child" ON "identity"."guardian_slips" USING btree ("child_id") WHERE child_id is not null;