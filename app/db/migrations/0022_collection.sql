CREATE TABLE "collection_entries" (
	"county_code" integer NOT NULL,
	"sheet_id" uuid NOT NULL,
	"indicator_id" integer NOT NULL,
	"breakdown" smallint DEFAULT 0 NOT NULL,
	"value" text DEFAULT '' NOT NULL,
	"numerator" text DEFAULT '' NOT NULL,
	"denominator" text DEFAULT '' NOT NULL,
	"figure" numeric,
	"figure_numerator" numeric,
	"figure_denominator" numeric,
	"reason" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"origin" text DEFAULT 'by-hand' NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"saved_by" text NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "collection_entries_county_code_sheet_id_indicator_id_breakdown_pk" PRIMARY KEY("county_code","sheet_id","indicator_id","breakdown")
);
--> statement-breakpoint
CREATE TABLE "collection_hand_ins" (
	"county_code" integer NOT NULL,
	"sheet_id" uuid NOT NULL,
	"turn" integer NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"is_late" boolean NOT NULL,
	"entered_for" text NOT NULL,
	"reported_by_name" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "collection_hand_ins_county_code_sheet_id_turn_pk" PRIMARY KEY("county_code","sheet_id","turn")
);
--> statement-breakpoint
CREATE TABLE "collection_items" (
	"round_id" uuid NOT NULL,
	"indicator_id" integer NOT NULL,
	"level" text NOT NULL,
	"department" text DEFAULT '' NOT NULL,
	"dimension" text DEFAULT '' NOT NULL,
	CONSTRAINT "collection_items_round_id_level_indicator_id_pk" PRIMARY KEY("round_id","level","indicator_id")
);
--> statement-breakpoint
CREATE TABLE "collection_rounds" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"plan_id" uuid,
	"period" integer NOT NULL,
	"deadlines" jsonb NOT NULL,
	"is_pilots_only" boolean DEFAULT true NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" text NOT NULL,
	"opened_by_name" text NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by_name" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "collection_sheets" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"round_id" uuid NOT NULL,
	"level" text NOT NULL,
	"department" text DEFAULT '' NOT NULL,
	"period" integer NOT NULL,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"turn" integer DEFAULT 0 NOT NULL,
	"reported_at" timestamp with time zone,
	"reported_by" text DEFAULT '' NOT NULL,
	"reported_by_name" text DEFAULT '' NOT NULL,
	"is_late" boolean DEFAULT false NOT NULL,
	"entered_for" text DEFAULT '' NOT NULL,
	"checked_at" timestamp with time zone,
	"checked_by_name" text DEFAULT '' NOT NULL,
	"accepted_at" timestamp with time zone,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "collection_sheets_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "one_sheet_per_unit" UNIQUE("county_code","round_id","region_code","department"),
	CONSTRAINT "sheet_in_its_county" CHECK ("collection_sheets"."county_code" = (case when "collection_sheets"."region_code" = '*' then 0 else rpad(left("collection_sheets"."region_code", 6), 6, '0')::int end))
);
--> statement-breakpoint
CREATE TABLE "alert_steps" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"alert_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"by_name" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "alert_steps_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"indicator_id" integer NOT NULL,
	"rule" text NOT NULL,
	"rule_region" text collate "C" NOT NULL,
	"rule_version" integer NOT NULL,
	"plan_id" uuid,
	"department" text NOT NULL,
	"level" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"ground" jsonb NOT NULL,
	"raised_on" date NOT NULL,
	"due_on" date NOT NULL,
	"escalation" smallint DEFAULT 0 NOT NULL,
	"owner_id" text,
	"owner_name" text,
	"reason" text DEFAULT '' NOT NULL,
	"measure" text DEFAULT '' NOT NULL,
	"measure_by" date,
	"answered_by_id" text,
	"answered_by_name" text,
	"answered_at" timestamp with time zone,
	"closed_by_name" text,
	"closed_at" timestamp with time zone,
	"verdict" text,
	"ended_on" date,
	"is_example" boolean DEFAULT false NOT NULL,
	CONSTRAINT "alerts_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "alert_in_its_county" CHECK ("alerts"."county_code" = (case when "alerts"."region_code" = '*' then 0 else rpad(left("alerts"."region_code", 6), 6, '0')::int end)),
	CONSTRAINT "closed_is_judged" CHECK ("alerts"."state" <> 'closed' or ("alerts"."verdict" is not null and "alerts"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "warning_rule_versions" (
	"rule_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"reason" text NOT NULL,
	"made_by_id" text NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"back_test" jsonb,
	"switched_on_at" timestamp with time zone,
	"switched_on_by_name" text,
	CONSTRAINT "warning_rule_versions_rule_id_version_pk" PRIMARY KEY("rule_id","version")
);
--> statement-breakpoint
CREATE TABLE "warning_rules" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"rule" text NOT NULL,
	"version" integer NOT NULL,
	"version_on" integer
);
--> statement-breakpoint
ALTER TABLE "collection_entries" ADD CONSTRAINT "entry_of_sheet" FOREIGN KEY ("county_code","sheet_id") REFERENCES "public"."collection_sheets"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_hand_ins" ADD CONSTRAINT "hand_in_of_sheet" FOREIGN KEY ("county_code","sheet_id") REFERENCES "public"."collection_sheets"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_items" ADD CONSTRAINT "collection_items_round_id_collection_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."collection_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warning_rule_versions" ADD CONSTRAINT "warning_rule_versions_rule_id_warning_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."warning_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collection_rounds_by_region" ON "collection_rounds" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "collection_sheets_by_id" ON "collection_sheets" USING btree ("id");--> statement-breakpoint
CREATE INDEX "collection_sheets_by_round" ON "collection_sheets" USING btree ("round_id","region_code");--> statement-breakpoint
CREATE INDEX "collection_sheets_by_region" ON "collection_sheets" USING btree ("region_code","period");--> statement-breakpoint
CREATE INDEX "collection_sheets_due" ON "collection_sheets" USING btree ("due_on") WHERE state in ('open', 'returned');--> statement-breakpoint
CREATE INDEX "alert_steps_by_alert" ON "alert_steps" USING btree ("county_code","alert_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_alert_while_its_ground_stands" ON "alerts" USING btree ("county_code","region_code","indicator_id","rule") WHERE ended_on is null;--> statement-breakpoint
CREATE INDEX "alerts_by_state" ON "alerts" USING btree ("state","region_code" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "alerts_judged_by_rule" ON "alerts" USING btree ("rule","closed_at") WHERE verdict is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_warning_rule_per_region" ON "warning_rules" USING btree ("region_code","rule");