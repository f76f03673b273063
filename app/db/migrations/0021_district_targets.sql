CREATE TABLE "district_target_versions" (
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"reason" text NOT NULL,
	"changes" jsonb NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by_name" text NOT NULL,
	CONSTRAINT "district_target_versions_plan_id_version_pk" PRIMARY KEY("plan_id","version")
);
--> statement-breakpoint
CREATE TABLE "district_targets" (
	"plan_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"indicator_id" integer NOT NULL,
	"year" smallint NOT NULL,
	"op" text NOT NULL,
	"value" numeric NOT NULL,
	"max" numeric,
	CONSTRAINT "district_targets_plan_id_region_code_indicator_id_year_pk" PRIMARY KEY("plan_id","region_code","indicator_id","year")
);
--> statement-breakpoint
ALTER TABLE "district_target_versions" ADD CONSTRAINT "district_target_versions_plan_id_city_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."city_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "district_targets" ADD CONSTRAINT "district_targets_plan_id_city_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."city_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "district_targets" ADD CONSTRAINT "district_targets_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;