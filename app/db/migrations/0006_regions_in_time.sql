CREATE TABLE "region_change_lines" (
	"change_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"from_code" text collate "C" NOT NULL,
	"from_name" text NOT NULL,
	"to_code" text collate "C" NOT NULL,
	"to_name" text NOT NULL,
	CONSTRAINT "region_change_lines_change_id_position_pk" PRIMARY KEY("change_id","position")
);
--> statement-breakpoint
CREATE TABLE "region_changes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"effective_on" date NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"confirmed_by_name" text DEFAULT '' NOT NULL,
	"confirmed_at" timestamp with time zone,
	"applied_at" timestamp with time zone,
	"problem" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "region_lineage" (
	"old_code" text collate "C" NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"present_code" text collate "C" NOT NULL,
	"is_principal" boolean NOT NULL,
	"is_reused" boolean DEFAULT false NOT NULL,
	CONSTRAINT "region_lineage_old_code_ended_at_present_code_pk" PRIMARY KEY("old_code","ended_at","present_code")
);
--> statement-breakpoint
CREATE TABLE "region_pasts" (
	"code" text collate "C" NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"since" timestamp with time zone,
	"name" text NOT NULL,
	"is_end" boolean NOT NULL,
	"change_id" uuid NOT NULL,
	"pinyin" text collate "C" NOT NULL,
	"initials" text collate "C" NOT NULL,
	CONSTRAINT "region_pasts_code_until_pk" PRIMARY KEY("code","until")
);
--> statement-breakpoint
ALTER TABLE "region_change_lines" ADD CONSTRAINT "region_change_lines_change_id_region_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."region_changes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "region_change_lines_by_code" ON "region_change_lines" USING btree ("from_code");--> statement-breakpoint
CREATE INDEX "region_changes_by_state" ON "region_changes" USING btree ("state","effective_on");--> statement-breakpoint
CREATE INDEX "region_lineage_by_present" ON "region_lineage" USING btree ("present_code");--> statement-breakpoint
ALTER TABLE "regions" DROP COLUMN "successor_code";