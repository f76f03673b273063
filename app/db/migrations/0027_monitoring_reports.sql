CREATE TABLE "monitoring_reports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"plan_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"year" smallint NOT NULL,
	"edition" integer NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"saved" integer DEFAULT 1 NOT NULL,
	"content" jsonb NOT NULL,
	"narrative" jsonb NOT NULL,
	"hash" text,
	"started_by_name" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"handed_up_by_id" text,
	"handed_up_by_name" text DEFAULT '' NOT NULL,
	"handed_up_at" timestamp with time zone,
	"returned" text DEFAULT '' NOT NULL,
	"published_by_name" text DEFAULT '' NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "monitoring_reports_numbered" UNIQUE("plan_id","kind","year","edition")
);
--> statement-breakpoint
ALTER TABLE "monitoring_reports" ADD CONSTRAINT "monitoring_reports_plan_id_city_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."city_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_monitoring_report_in_work" ON "monitoring_reports" USING btree ("plan_id","kind","year") WHERE state <> 'published';--> statement-breakpoint
CREATE INDEX "monitoring_reports_by_region" ON "monitoring_reports" USING btree ("region_code","id");