CREATE SCHEMA "protection";
--> statement-breakpoint
CREATE TABLE "moderation_complaints" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"what" text NOT NULL,
	"page" text NOT NULL,
	"about" jsonb,
	"child_id" uuid,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "moderation_complaints_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "moderation_complaint_in_its_county" CHECK ("moderation_complaints"."county_code" = case when "moderation_complaints"."region_code" = '*' then 0 else rpad(left("moderation_complaints"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
CREATE TABLE "moderation_files" (
	"county_code" integer NOT NULL,
	"item_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"is_picture" boolean NOT NULL,
	"faces" text DEFAULT 'unknown' NOT NULL,
	"shown_file_id" uuid,
	"settled_by_name" text,
	CONSTRAINT "moderation_files_county_code_item_id_file_id_pk" PRIMARY KEY("county_code","item_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "moderation_items" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"from" text NOT NULL,
	"child_id" uuid,
	"texts" jsonb NOT NULL,
	"edited" jsonb,
	"flags" jsonb NOT NULL,
	"severity" text,
	"labels" text[] DEFAULT '{}' NOT NULL,
	"needs_two" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"is_locked" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"first_by" text,
	"concluded_by" text,
	"concluded_by_name" text,
	"concluded_at" timestamp with time zone,
	"reason" text,
	"note" text DEFAULT '' NOT NULL,
	"agreed_by" text,
	"agreed_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"told_late_at" timestamp with time zone,
	CONSTRAINT "moderation_items_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "moderation_item_in_its_county" CHECK ("moderation_items"."county_code" = case when "moderation_items"."region_code" = '*' then 0 else rpad(left("moderation_items"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
CREATE TABLE "moderation_limits" (
	"region_code" text collate "C" PRIMARY KEY NOT NULL,
	"workdays" smallint NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "moderation_portraits" (
	"county_code" integer NOT NULL,
	"item_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	CONSTRAINT "moderation_portraits_county_code_item_id_child_id_pk" PRIMARY KEY("county_code","item_id","child_id")
);
--> statement-breakpoint
CREATE TABLE "moderation_reports" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"item_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"authority" text NOT NULL,
	"number" text DEFAULT '' NOT NULL,
	"texts" jsonb NOT NULL,
	"file_hashes" text[] DEFAULT '{}' NOT NULL,
	"reported_by_name" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "moderation_reports_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "moderation_report_in_its_county" CHECK ("moderation_reports"."county_code" = case when "moderation_reports"."region_code" = '*' then 0 else rpad(left("moderation_reports"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
CREATE TABLE "moderation_word_lists" (
	"version" integer PRIMARY KEY NOT NULL,
	"words" jsonb NOT NULL,
	"note" text NOT NULL,
	"published_by" text NOT NULL,
	"published_by_name" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "protection_duties" (
	"region_code" text collate "C" NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"named_by_name" text NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	CONSTRAINT "protection_duties_region_code_user_id_pk" PRIMARY KEY("region_code","user_id")
);
--> statement-breakpoint
CREATE TABLE "protection"."knowing" (
	"report_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"knew_at" timestamp with time zone,
	CONSTRAINT "knowing_report_id_user_id_pk" PRIMARY KEY("report_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "protection"."readings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"report_id" uuid NOT NULL,
	"read_by" text NOT NULL,
	"read_by_name" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "protection"."reports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"source" text NOT NULL,
	"about" jsonb NOT NULL,
	"sealed_noticed" text NOT NULL,
	"sealed_evidence" text NOT NULL,
	"files" jsonb NOT NULL,
	"basis" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"opened_by" text NOT NULL,
	"opened_by_name" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"told_above_at" timestamp with time zone,
	"closed_by_name" text,
	"closed_at" timestamp with time zone,
	"sealed_closing" text
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "held_for" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "council_candidates" ADD COLUMN "is_shown" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "moderation_files" ADD CONSTRAINT "file_of_an_item" FOREIGN KEY ("county_code","item_id") REFERENCES "public"."moderation_items"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_portraits" ADD CONSTRAINT "portrait_of_an_item" FOREIGN KEY ("county_code","item_id") REFERENCES "public"."moderation_items"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protection"."knowing" ADD CONSTRAINT "knowing_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "protection"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protection"."readings" ADD CONSTRAINT "readings_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "protection"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "moderation_complaints_by_child" ON "moderation_complaints" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_item_for_each_thing" ON "moderation_items" USING btree ("county_code","kind","subject_id");--> statement-breakpoint
CREATE INDEX "moderation_items_by_subject" ON "moderation_items" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE INDEX "moderation_items_by_child" ON "moderation_items" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "moderation_queue" ON "moderation_items" USING btree ("region_code","state","received_at");--> statement-breakpoint
CREATE INDEX "moderation_due" ON "moderation_items" USING btree ("due_on") WHERE state in ('waiting', 'second') and told_late_at is null;--> statement-breakpoint
CREATE INDEX "moderation_portraits_by_child" ON "moderation_portraits" USING btree ("child_id");--> statement-breakpoint
CREATE INDEX "protection_duties_by_user" ON "protection_duties" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "protection_readings_by_report" ON "protection"."readings" USING btree ("report_id","id");--> statement-breakpoint
CREATE INDEX "protection_reports_by_region" ON "protection"."reports" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "protection_reports_open" ON "protection"."reports" USING btree ("opened_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "council_candidates_by_id" ON "council_candidates" USING btree ("id");--> statement-breakpoint
CREATE INDEX "council_items_by_id" ON "council_items" USING btree ("id");--> statement-breakpoint
CREATE INDEX "council_members_by_id" ON "council_members" USING btree ("id");--> statement-breakpoint
CREATE INDEX "council_motions_by_id" ON "council_motions" USING btree ("id");--> statement-breakpoint
CREATE INDEX "council_sessions_by_id" ON "council_sessions" USING btree ("id");--> statement-breakpoint
CREATE INDEX "council_supporters_by_id" ON "council_supporters" USING btree ("id");--> statement-breakpoint
CREATE INDEX "council_terms_by_id" ON "council_terms" USING btree ("id");--> statement-breakpoint
CREATE INDEX "councils_by_id" ON "councils" USING btree ("id");--> statement-breakpoint
CREATE INDEX "observer_rounds_by_id" ON "observer_rounds" USING btree ("id");--> statement-breakpoint
CREATE INDEX "round_notes_by_id" ON "round_notes" USING btree ("id");